import type { Times } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';

const braces = /\{[ \t]*(?:(\d+)[ \t]*(?:(,)[ \t]*(\d*)[ \t]*)?|,[ \t]*(\d+)[ \t]*)\}/y;

/** Whether the brace that stands here is no character. */
export const isTimes = (reader: PerlReader): boolean => {
  braces.lastIndex = reader.at;
  return braces.test(reader.text);
};

/** How often what was just read stands there, as perl 5.34 and newer read it; other braces are characters. */
export const readQuantifier = (reader: PerlReader): (Times & { readonly possessive: boolean }) | undefined => {
  const at = reader.at;
  const bounds = readBounds(reader);
  if (!bounds) return undefined;
  const [min, max] = bounds;
  for (const bound of bounds) {
    if (bound > 65_534 && bound !== Infinity) throw reader.unsupported('a number above 65534 in { }', at);
  }
  // perl 5.36 itself takes x{0} for x{0,1} at times, and lets quantifiers follow {2,1}.
  if (max === 0 || max < min) throw reader.unsupported('what can stand there no times', at);
  reader.skip();
  const lazy = reader.eat('?');
  const possessive = !lazy && reader.eat('+');
  reader.skip();
  if (readBounds(reader)) throw reader.refused('a quantifier follows a quantifier', reader.at - 1);
  return { min, max, lazy, possessive };
};

const readBounds = (reader: PerlReader): readonly [number, number] | undefined => {
  if (reader.eat('*')) return [0, Infinity];
  if (reader.eat('+')) return [1, Infinity];
  if (reader.eat('?')) return [0, 1];
  const found = reader.next === '{' ? reader.take(braces) : undefined;
  if (!found) return undefined;
  const [, from, comma, to, upTo] = found;
  if (upTo !== undefined) return [0, Number(upTo)];
  const min = Number(from);
  if (comma === undefined) return [min, min];
  return [min, to ? Number(to) : Infinity];
};
