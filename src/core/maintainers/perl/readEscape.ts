import { charNode } from './charNode.ts';
import { classOfEscape } from './classSource.ts';
import type { Assertion, PerlNode } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';
import { readCharEscape } from './readCharEscape.ts';
import { readProperty } from './readProperty.ts';
import { isTimes } from './readQuantifier.ts';

const assertions: Readonly<Record<string, Assertion>> = { A: 'begin', z: 'end', Z: 'endOrNewline' };
const withoutLike: Readonly<Record<string, string>> = {
  G: '\\G, where the last match ended',
  K: '\\K, which moves the start of the match',
  X: '\\X, what a person sees as one character',
  g: '\\g, which refers back to a group',
  k: '\\k, which refers back to a group',
};

/** `\d`, `\b`, `\x41`, …; the reader stands behind the backslash. perlrebackslash. */
export const readEscape = (reader: PerlReader): PerlNode => {
  const at = reader.at - 1;
  if (reader.done) throw reader.refused('nothing follows this backslash', at);
  const code = readCharEscape(reader) ?? readNumber(reader, at);
  if (code !== undefined) return charNode(reader, code, at);
  const letter = reader.next;
  if (letter === 'p' || letter === 'P') return { kind: 'set', negated: false, items: [readProperty(reader)] };
  const char = reader.takeChar();
  const { rules } = reader.flags;
  const name = assertions[letter];
  if (name) return { kind: 'assertion', name };
  if (letter === 'b' || letter === 'B') {
    if (reader.next === '{') throw reader.unsupported(`\\${letter}{…}, a boundary of another kind`, at);
    return { kind: 'boundary', negated: letter === 'B', rules };
  }
  if (letter === 'R') return { kind: 'newline' };
  if (letter === 'N') return readNotNewline(reader, at);
  const lacking = withoutLike[letter];
  if (lacking !== undefined) throw reader.unsupported(lacking, at);
  if (letter === 'C') throw reader.refused('there is no \\C any more', at);
  const kind = classOfEscape(letter);
  if (!kind) return charNode(reader, char, at); // \Q, \E and the like come too late to mean anything
  const negated = letter !== letter.toLowerCase();
  return { kind: 'set', negated: false, items: [{ kind: 'class', name: kind, negated, rules }] };
};

// A brace behind it must begin a number of times, or perl misses a name there.
const readNotNewline = (reader: PerlReader, at: number): PerlNode => {
  reader.skip();
  if (reader.next === '{' && !isTimes(reader)) throw reader.unsupported('\\N before this brace', at);
  return notNewline;
};

export const notNewline: PerlNode = { kind: 'set', negated: true, items: [{ kind: 'range', from: 0x0a, to: 0x0a }] };

// One digit refers back; more are octal where there are not so many groups.
const readNumber = (reader: PerlReader, at: number): number | undefined => {
  const [, digits] = /^([1-9]\d*)/.exec(reader.text.slice(reader.at)) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (number < 10 || /^[89]/.test(digits)) throw reader.unsupported(`\\${digits}, which refers back to a group`, at);
  if (number < (reader.octal?.number ?? Infinity)) reader.octal = { number, at };
  return Number.parseInt(reader.take(/[0-7]{1,3}/y)?.[0] ?? '', 8);
};
