import { draw, type Random } from '../../src/core/std.ts';

/** A piece of evidence after one to four accidents or attacks: cut, doubled, lines moved, numbers grown, bytes flipped. */
export const mutatedPiece = (bytes: Uint8Array, random: Random): Uint8Array => {
  let text = Buffer.from(bytes).toString('latin1');
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) text = draw(ways, random)?.(text, random) ?? text;
  return Buffer.from(text, 'latin1');
};

type Way = (text: string, random: Random) => string;

const at = (text: string, random: Random): number => Math.floor(random() * text.length);
const byLine =
  (change: (lines: string[], random: Random) => string[]): Way =>
  (text, random) =>
    change(text.split('\n'), random).join('\n');

const ways: readonly Way[] = [
  (text, random) => text.slice(0, at(text, random)),
  (text, random) => text.slice(at(text, random)),
  (text) => (text.length < 500_000 ? text + text : text),
  (text, random) => {
    const place = at(text, random);
    return (
      text.slice(0, place)
      + String.fromCharCode(Math.floor(random() * 256)).repeat(1 + Math.floor(random() * 9))
      + text.slice(place)
    );
  },
  (text, random) => {
    const place = at(text, random);
    return text.replace(/\d+/g, (number, where: number) =>
      where > place && random() < 0.05 ? number.repeat(3) : number,
    );
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', ''),
  byLine((lines, random) => {
    const [one, other] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
    return lines.map((line, index) =>
      index === one ? (lines[other] ?? '') : index === other ? (lines[one] ?? '') : line,
    );
  }),
  byLine((lines, random) => lines.filter(() => random() < 0.9)),
  byLine((lines) => lines.toReversed()),
  byLine((lines, random) =>
    lines.flatMap((line) => (random() < 0.05 ? Array.from({ length: 20 }, () => line) : [line])),
  ),
];
