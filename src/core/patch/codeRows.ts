import type { ColouredSpan } from '../tree/c/colourer.ts';
import type { Edit } from './editText.ts';
import { lineDiff } from './lineDiff.ts';
import { type CodePiece, type MarkedSpan, piecesOf } from './piecesOf.ts';

/** A line of code as it is shown: as it is, as it goes, as it comes, or a cut between two stretches. */
export interface CodeRow {
  readonly kind: 'same' | 'gone' | 'new' | 'cut';
  /** Its number in the file as it is; of what comes, in the file as it will be. */
  readonly number: number;
  readonly pieces: readonly CodePiece[];
}

export interface CodeWish {
  /** The file; one character a byte. */
  readonly text: string;
  /** The lines to show, from 1; what edits touch elsewhere is shown besides. */
  readonly first: number;
  readonly last: number;
  readonly edits: readonly Edit[];
  /** What is meant, as offsets into the file. */
  readonly marked?: MarkedSpan;
  readonly colour: (text: string) => readonly ColouredSpan[];
}

/** A stretch of a file with a change in place, in colours. */
export const codeRows = (wish: CodeWish): readonly CodeRow[] => {
  const { text, first, last, edits } = wish;
  const stretches = [{ first, last, hunks: [] as ReturnType<typeof lineDiff>[number][] }];
  for (const hunk of lineDiff(text, edits, 0)) {
    const from = hunk.before.count === 0 ? hunk.before.start + 1 : hunk.before.start;
    const to = hunk.before.start + Math.max(hunk.before.count, 1) - 1;
    const own = stretches.find((one) => from <= one.last + 1 && to >= one.first - 1);
    if (own) own.hunks.push(hunk);
    else stretches.push({ first: Math.max(1, from - 2), last: to + 2, hunks: [hunk] });
  }
  const lines = lineStarts(text);
  return stretches
    .toSorted((one, other) => one.first - other.first)
    .flatMap((stretch, index): CodeRow[] => {
      const shown = stretchRows(wish, lines, stretch);
      return index === 0 ? shown : [{ kind: 'cut', number: 0, pieces: [] }, ...shown];
    });
};

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly hunks: readonly ReturnType<typeof lineDiff>[number][];
}

/** Each line's offset, and the end of the text. */
const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
};

const stretchRows = (wish: CodeWish, starts: readonly number[], { first, last, hunks }: Stretch): CodeRow[] => {
  const { text, colour, marked } = wish;
  const end = Math.min(last, starts.length - 1);
  const from = starts[first - 1] ?? text.length;
  const spans = colour(text.slice(from, starts[end] ?? text.length)).map((span) => ({
    ...span,
    start: span.start + from,
    end: span.end + from,
  }));
  const rows: CodeRow[] = [];
  const lineRow = (kind: CodeRow['kind'], number: number): CodeRow => {
    const start = starts[number - 1] ?? text.length;
    const stop = (starts[number] ?? text.length) - (text[(starts[number] ?? 0) - 1] === '\n' ? 1 : 0);
    return { kind, number, pieces: piecesOf(text.slice(start, stop), start, spans, marked) };
  };
  const addedBehind = (number: number): CodeRow[] => {
    const added = hunks.find(({ before }) => before.count === 0 && before.start === number);
    return added ? newRows(added, colour) : [];
  };
  rows.push(...addedBehind(first - 1));
  for (let number = first; number <= end; number++) {
    const hunk = hunks.find(({ before }) => before.count > 0 && before.start === number);
    rows.push(...(hunk ? [] : [lineRow('same', number)]));
    if (hunk) {
      for (let gone = 0; gone < hunk.before.count; gone++) rows.push(lineRow('gone', number + gone));
      rows.push(...newRows(hunk, colour));
      number += hunk.before.count - 1;
    }
    rows.push(...addedBehind(number));
  }
  return rows;
};

const newRows = (hunk: Stretch['hunks'][number], colour: CodeWish['colour']): CodeRow[] => {
  const lines = hunk.lines.filter(({ mark }) => mark === '+');
  const spans = colour(lines.map(({ text }) => text).join('\n'));
  let at = 0;
  return lines.map(({ text, after = 0 }): CodeRow => {
    const pieces = piecesOf(text, at, spans);
    at += text.length + 1;
    return { kind: 'new', number: after, pieces };
  });
};
