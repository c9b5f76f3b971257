import { type ClassName, classOfEscape, posixClass } from './classSource.ts';
import { foldSet } from './foldSet.ts';
import type { CharSet, PerlNode, SetItem } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';
import { readCharEscape, readOctal } from './readCharEscape.ts';
import { readProperty } from './readProperty.ts';
import { writeSet } from './writeSet.ts';

/** `[…]`; the reader stands behind the bracket. perlrecharclass, "Bracketed Character Classes". */
export const readClass = (reader: PerlReader): PerlNode => {
  const at = reader.at - 1;
  const negated = reader.eat('^');
  const items: SetItem[] = [];
  do items.push(...readItems(reader, at));
  while (!reader.eat(']'));
  const set = foldSet(reader, { kind: 'set', negated, items }, at);
  if (set.kind === 'set' && mayBeEmpty(set)) throw reader.unsupported('a class with perhaps no character in it', at);
  return set;
};

// perl 5.36 itself fails where [^\w\W] is repeated. It is enough to look among the first 256.
const mayBeEmpty = (set: CharSet): boolean =>
  set.negated
  && set.items.some((item) => (item.kind === 'range' ? item.to - item.from > 0x7f : item.negated))
  && !new RegExp(writeSet(set, 'any'), 'v').test(latin1);

const latin1 = String.fromCharCode(...Array.from({ length: 0x100 }, (_, code) => code));

// A closing bracket that stands first is a member, and so is a hyphen beside a class.
const readItems = (reader: PerlReader, opened: number): readonly SetItem[] => {
  const at = reader.at;
  const first = readMember(reader, opened);
  if (!eatHyphen(reader)) return [itemOf(first)];
  if (typeof first !== 'number') return [first, hyphen];
  const last = readMember(reader, opened);
  if (typeof last !== 'number') return [itemOf(first), hyphen, last, ...(eatHyphen(reader) ? [hyphen] : [])];
  if (last < first) throw reader.refused(`the range ${reader.text.slice(at, reader.at)} runs backwards`, at);
  return [{ kind: 'range', from: first, to: last }];
};

const eatHyphen = (reader: PerlReader): boolean => reader.take(/-(?!\])/y) !== undefined;

const itemOf = (member: number | SetItem): SetItem =>
  typeof member === 'number' ? { kind: 'range', from: member, to: member } : member;

const hyphen = itemOf(0x2d);

const readMember = (reader: PerlReader, opened: number): number | SetItem => {
  if (reader.done) throw reader.refused('nothing closes this [', opened);
  if (/^\[[:.=]/.test(reader.text.slice(reader.at, reader.at + 2))) {
    const posix = readPosix(reader);
    if (posix) return posix;
  }
  if (!reader.eat('\\')) return reader.takeChar();
  if (reader.done) throw reader.refused('nothing closes this [', opened);
  return readEscapeInClass(reader);
};

// perl takes what only looks like one for characters, after guesses that are not followed here.
const readPosix = (reader: PerlReader): SetItem | undefined => {
  const at = reader.at;
  const [all, caret, word] = reader.take(/\[:(\^?)([a-z]+):\]/y) ?? [];
  if (all === undefined || word === undefined) {
    if (!reader.text.includes(`${reader.text.charAt(at + 1)}]`, at + 2)) return undefined;
    throw reader.unsupported('what looks like a POSIX class', at);
  }
  const name = posixClass(word);
  if (!name) throw reader.refused(`there is no POSIX class ${all}`, at);
  return { kind: 'class', name: cased(reader, name), negated: caret === '^', rules: reader.flags.rules };
};

const cased = ({ flags }: PerlReader, name: ClassName): ClassName =>
  flags.i && (name === 'lower' || name === 'upper') ? 'cased' : name;

const readEscapeInClass = (reader: PerlReader): number | SetItem => {
  // perl 5.36 itself leaves out the blanks behind it, though not elsewhere in a class.
  if (reader.flags.x && reader.next === 'N') throw reader.unsupported('\\N in a class with /x', reader.at - 1);
  const code = readCharEscape(reader) ?? readOctal(reader);
  if (code !== undefined) return code;
  const letter = reader.next;
  if (letter === 'p' || letter === 'P') return readProperty(reader);
  if (letter === 'N') throw reader.refused('\\N in a class names a character, \\N{U+41}', reader.at - 1);
  const char = reader.takeChar();
  const name = classOfEscape(letter);
  if (name) return { kind: 'class', name, negated: letter !== letter.toLowerCase(), rules: reader.flags.rules };
  return letter === 'b' ? 0x08 : char;
};
