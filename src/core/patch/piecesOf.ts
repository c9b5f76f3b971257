import type { CodeColour, ColouredSpan } from '../tree/c/colourer.ts';

/** Offsets into a file. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** A part of a line that looks the same throughout. */
export interface CodePiece {
  readonly text: string;
  readonly colour?: CodeColour;
  readonly isMarked?: true;
}

/** A line, which begins at `at`, cut where its colour or its mark changes; bytes become text. */
export const piecesOf = (
  line: string,
  at: number,
  spans: readonly ColouredSpan[],
  marked?: MarkedSpan,
): readonly CodePiece[] => {
  const end = at + line.length;
  const here = spans.filter((span) => span.start < end && span.end > at);
  const edges = new Set([at, end]);
  for (const { start, end: stop } of [...here, ...(marked ? [marked] : [])]) {
    if (start > at && start < end) edges.add(start);
    if (stop > at && stop < end) edges.add(stop);
  }
  const cuts = [...edges].toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index): CodePiece => {
    const colour = here.find((span) => span.start <= start && start < span.end)?.colour;
    const text = line.slice(start - at, (cuts[index + 1] ?? end) - at);
    const isMarked = marked !== undefined && marked.start <= start && start < marked.end && text.trim() !== '';
    return { text: fromBytes(text), ...(colour && { colour }), ...(isMarked && { isMarked }) };
  });
};

/** One character a byte, read as UTF-8; what is none is shown as a sign. */
const fromBytes = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text : new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
