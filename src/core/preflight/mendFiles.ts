import { bytesOf } from '../mail/textOf.ts';
import { type Edit, editText } from '../patch/editText.ts';
import type { Problem } from './problem.ts';
import type { Mend } from './rule.ts';

/** What a machine can put right in one file, and the file's text afterwards. */
export interface MendedFile {
  readonly file: string;
  readonly before: string;
  readonly edits: readonly Edit[];
  readonly after: string;
  /** What was done, in the order of the file. */
  readonly says: readonly string[];
}

/**
 * The files with all that can be mended at once. `sources` are bytes as characters (latin1); what is put is written as
 * UTF-8. Of mends that touch the same lines the first counts: another run makes the next.
 */
export const mendFiles = (
  problems: readonly Problem[],
  sources: readonly { readonly file: string; readonly source: string }[],
): readonly MendedFile[] =>
  sources.flatMap(({ file, source }) => {
    const mends = problems.flatMap(({ mend, place, turnedOff }) =>
      mend && place.file === file && turnedOff === undefined ? [mend] : [],
    );
    const chosen = apart(mends);
    if (chosen.length === 0) return [];
    const edits = textEdits(
      source,
      chosen.flatMap((mend) => mend.edits),
    );
    const done = editText(source, edits);
    if (done.kind === 'refused' || done.text === source) return [];
    return [{ file, before: source, edits, after: done.text, says: chosen.map(({ says }) => says) }];
  });

type LineEdit = Mend['edits'][number];

/** From the first line to the last, without those that touch lines of an earlier one. */
const apart = (mends: readonly Mend[]): readonly Mend[] => {
  const taken = new Set<number>();
  return mends
    .filter(({ edits }) => edits.length > 0)
    .toSorted((a, b) => (a.edits[0]?.first ?? 0) - (b.edits[0]?.first ?? 0))
    .filter(({ edits }) => {
      const lines = edits.flatMap(({ first, count }) =>
        Array.from({ length: Math.max(count, 1) }, (_one, at) => first + at),
      );
      if (lines.some((line) => taken.has(line))) return false;
      for (const line of lines) taken.add(line);
      return true;
    });
};

/** Whole lines as offsets of the text. */
const textEdits = (source: string, edits: readonly LineEdit[]): readonly Edit[] => {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const from = (line: number): number => starts[line - 1] ?? source.length;
  return edits.map(({ first, count, put }) => {
    const start = from(first);
    const end = source[(starts[first] ?? 0) - 2] === '\r' ? '\r\n' : '\n';
    return { start, end: from(first + count), text: put.map((line) => bytesOf(line) + end).join('') };
  });
};
