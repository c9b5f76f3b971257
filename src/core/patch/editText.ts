/** Offsets into a text, as slice() takes them; `start` equal to `end` inserts. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Edited =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'refused'; readonly because: string };

/** All edits at once, each told in the offsets of the text before. Edits that overlap or lie outside are refused. */
export const editText = (text: string, edits: readonly Edit[]): Edited => {
  const ordered = inOrder(edits);
  const because = whyNot(text, ordered);
  return because ? { kind: 'refused', because } : { kind: 'edited', text: replaced(text, ordered) };
};

/** From the first to the last; what is inserted where another begins goes before it; at one place as they came. */
export const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  edits.toSorted((a, b) => a.start - b.start || a.end - b.end);

const whyNot = (text: string, ordered: readonly Edit[]): string | undefined => {
  let end = 0;
  for (const edit of ordered) {
    const sound = Number.isInteger(edit.start) && Number.isInteger(edit.end) && edit.start <= edit.end;
    if (!sound || edit.start < 0 || edit.end > text.length) {
      return `the edit from ${edit.start} to ${edit.end} does not lie in the text of ${text.length}`;
    }
    if (edit.start < end) return `the edit from ${edit.start} to ${edit.end} overlaps one that ends at ${end}`;
    end = edit.end;
  }
  return undefined;
};

const replaced = (text: string, ordered: readonly Edit[]): string => {
  let at = 0;
  const parts: string[] = [];
  for (const edit of ordered) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
};
