import type { SetItem } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';

const categories = 'L Lu Ll Lt Lm Lo LC M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp Cc Cf';
const named: Readonly<Record<string, string>> = {
  'l&': 'LC',
  letter: 'L',
  alpha: 'Alphabetic',
  alphabetic: 'Alphabetic',
  lower: 'Lowercase',
  lowercase: 'Lowercase',
  upper: 'Uppercase',
  uppercase: 'Uppercase',
  digit: 'Nd',
  punct: 'P',
  space: 'White_Space',
  xdigit: 'Hex_Digit',
  ascii: 'ASCII',
};
// With /i the two cases are one: perlrecharclass, "\p{Lu}".
const caseless: Readonly<Record<string, string>> = {
  Lu: 'LC',
  Ll: 'LC',
  Lt: 'Cased',
  Lowercase: 'Cased',
  Uppercase: 'Cased',
};

/** `\p{…}`, `\pL`, `\P{…}`; the reader stands behind the backslash. The common ones only. */
export const readProperty = (reader: PerlReader): SetItem => {
  const at = reader.at - 1;
  const negated = reader.takeChar() === 0x50;
  const found = reader.take(/\{[ \t]*(\^?)([^{}]*?)[ \t]*\}|(?<letter>[A-Z])/iy);
  if (!found) throw reader.refused('\\p is followed by a letter, or by a name in braces', at);
  const word = found.groups?.['letter'] ?? found[2] ?? '';
  const name = propertyOf(word.toLowerCase());
  if (name === undefined) throw reader.unsupported(`the property ${found[0]}`, at);
  if (reader.rules === 'bytes') throw reader.unsupported('\\p, which makes perl read bytes as text', at);
  const own = reader.flags.i ? (caseless[name] ?? name) : name;
  return { kind: 'property', name: own, negated: negated !== (found[1] === '^') };
};

const propertyOf = (word: string): string | undefined =>
  categories.split(' ').find((category) => category.toLowerCase() === word)
  ?? (Object.hasOwn(named, word) ? named[word] : undefined);
