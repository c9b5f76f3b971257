import { orderTrailers, type TrailerStyle } from './orderTrailers.ts';
import { readTrailers } from './readTrailers.ts';
import type { WrittenTrailer } from './trailer.ts';

/**
 * A commit message with further trailers, each where the field puts it. Notes below a `---` stay below, and so does what
 * git leaves at a message's end.
 */
export const withTrailers = (message: string, add: readonly WrittenTrailer[], style: TrailerStyle): string => {
  const lines = message.trimEnd().split('\n');
  const gap = lines.findIndex((line) => line.trim() === '');
  const start = gap < 0 ? lines.length : gap + 1;
  const rest = lines.slice(start);
  const cut = rest.findIndex((line) => /^---(?:[ \t\r]|$)/.test(line));
  const above = cut < 0 ? rest : rest.slice(0, cut);
  const { from, trailers } = readTrailers(above.map((text, index) => ({ text, at: index + 1 })));
  const end = trailers.length === 0 ? from : blockEnd(above, from);
  const block = trailers.length === 0 ? [] : above.slice(from, end);
  const ordered = orderTrailers(block, style, add);
  if (ordered.length === block.length && ordered.every((line, index) => line === block[index])) return message;
  const prose = trimmedEnd(trailers.length === 0 ? above : above.slice(0, from));
  const behind = trimmedEnd(trailers.length === 0 ? [] : above.slice(end));
  const parts = [
    ...lines.slice(0, gap < 0 ? undefined : gap),
    '',
    ...(prose.length > 0 ? [...prose, ''] : []),
    ...ordered,
    ...behind,
    ...(cut < 0 ? [] : rest.slice(cut)),
  ];
  return `${parts.join('\n')}\n`;
};

const blockEnd = (lines: readonly string[], from: number): number => {
  const blank = lines.findIndex((line, index) => index >= from && line.trim() === '');
  return blank < 0 ? lines.length : blank;
};

const trimmedEnd = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
