import { type Edit, editText, inOrder } from './editText.ts';

/** One stretch of a unified diff. */
export interface Hunk {
  readonly before: LineRange;
  readonly after: LineRange;
  readonly lines: readonly DiffLine[];
}

/** As in `@@ -12,7 +12,7 @@`: where `count` is 0, `start` is the line before. */
export interface LineRange {
  readonly start: number;
  readonly count: number;
}

export interface DiffLine {
  readonly mark: ' ' | '+' | '-';
  /** Without its newline. */
  readonly text: string;
  /** Its number before; a line that was added has none. */
  readonly before?: number;
  /** Its number after; a line that was removed has none. */
  readonly after?: number;
  /** The file's last line, where no newline ends it. */
  readonly unended?: true;
}

/**
 * What edits change, line by line, with `context` lines around. It follows from the edits themselves: nothing is
 * compared but the ends of each place, so a place is as large as the edit made it. Edits that editText() refuses are an
 * error of ours: RangeError.
 */
export const lineDiff = (text: string, edits: readonly Edit[], context = 3): readonly Hunk[] => {
  const lines = splitLines(text);
  const hunks: Hunk[] = [];
  let shift = 0;
  for (const group of together(changesOf(text, lines, edits), context)) {
    const hunk = hunkOf(lines, group, context, shift);
    shift += hunk.after.count - hunk.before.count;
    hunks.push(hunk);
  }
  return hunks;
};

/** Lines `first` up to, not including, `end`, counted from 0, become `put`; each line with its newline. */
interface Change {
  readonly first: number;
  readonly end: number;
  readonly put: readonly string[];
}

const changesOf = (text: string, lines: readonly string[], edits: readonly Edit[]): readonly Change[] => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return places(starts, edits)
    .map(({ first, end, edits: within }): Change => {
      const from = starts[first] ?? text.length;
      const shifted = within.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
      const edited = editText(text.slice(from, starts[end] ?? text.length), shifted);
      if (edited.kind === 'refused') throw new RangeError(edited.because);
      return trimmed(lines, { first, end: Math.min(end, lines.length), put: splitLines(edited.text) });
    })
    .filter(({ first, end, put }) => end > first || put.length > 0);
};

/** The lines that edits touch; edits on the same line or on the next one make one place. */
const places = (starts: readonly number[], edits: readonly Edit[]) => {
  const found: { first: number; end: number; edits: Edit[] }[] = [];
  for (const edit of inOrder(edits)) {
    const first = lineAt(starts, edit.start);
    const end = lineAt(starts, edit.end) + 1;
    const last = found.at(-1);
    if (last && first <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else found.push({ first, end, edits: [edit] });
  }
  return found;
};

/** The last line that starts at the offset or before it. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
};

/** Without the lines at either end that stay as they are. */
const trimmed = (lines: readonly string[], { first, end, put }: Change): Change => {
  let head = 0;
  while (first + head < end && head < put.length && lines[first + head] === put[head]) head++;
  let tail = 0;
  const same = () => lines[end - 1 - tail] === put[put.length - 1 - tail];
  while (first + head < end - tail && head < put.length - tail && same()) tail++;
  return { first: first + head, end: end - tail, put: put.slice(head, put.length - tail) };
};

/** Changes whose contexts meet stand in one hunk. */
const together = (changes: readonly Change[], context: number): readonly (readonly Change[])[] => {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && change.first - before.end <= 2 * context) last.push(change);
    else groups.push([change]);
  }
  return groups;
};

const hunkOf = (lines: readonly string[], group: readonly Change[], context: number, shift: number): Hunk => {
  const from = Math.max(0, (group[0]?.first ?? 0) - context);
  const to = Math.min(lines.length, (group.at(-1)?.end ?? 0) + context);
  const shown: DiffLine[] = [];
  let before = from;
  let after = from + shift;
  const keepUpTo = (end: number) => {
    while (before < end) shown.push(diffLine(' ', lines[before], { before: ++before, after: ++after }));
  };
  for (const { first, end, put } of group) {
    keepUpTo(first);
    while (before < end) shown.push(diffLine('-', lines[before], { before: ++before }));
    for (const line of put) shown.push(diffLine('+', line, { after: ++after }));
  }
  keepUpTo(to);
  return { before: range(from, before), after: range(from + shift, after), lines: shown };
};

const diffLine = (mark: DiffLine['mark'], line = '', numbers: { before?: number; after?: number }): DiffLine =>
  line.endsWith('\n') ? { mark, text: line.slice(0, -1), ...numbers } : { mark, text: line, ...numbers, unended: true };

const range = (from: number, end: number): LineRange => ({ start: end > from ? from + 1 : from, count: end - from });

const splitLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
