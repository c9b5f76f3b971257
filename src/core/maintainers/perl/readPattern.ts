import { charNode } from './charNode.ts';
import { emptyTurn } from './emptyTurn.ts';
import type { PerlNode } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';
import { readClass } from './readClass.ts';
import { notNewline, readEscape } from './readEscape.ts';
import { readFlags } from './readFlags.ts';
import { readQuantifier } from './readQuantifier.ts';
import { widthOf } from './widthOf.ts';

/** Reads the whole pattern, as perlre and perlop have the syntax; throws `NotTranslated`. */
export const readPattern = (reader: PerlReader): PerlNode => {
  const node = readChoice(reader);
  if (!reader.done) throw reader.refused('no ( is open that this ) closes');
  const { octal } = reader;
  if (octal && octal.number <= reader.groups) {
    throw reader.unsupported(`\\${octal.number}, which refers back to a group`, octal.at);
  }
  return node;
};

const readChoice = (reader: PerlReader): PerlNode => {
  const choices: PerlNode[] = [];
  do choices.push(readSequence(reader));
  while (reader.eat('|'));
  const [first] = choices;
  return first && choices.length === 1 ? first : { kind: 'choice', choices };
};

const readSequence = (reader: PerlReader): PerlNode => {
  const parts: PerlNode[] = [];
  for (reader.skip(); !reader.done && !'|)'.includes(reader.next); reader.skip()) {
    for (const part of readParts(reader)) parts.push(part);
  }
  const [first] = parts;
  return first && parts.length === 1 ? first : { kind: 'sequence', parts };
};

const readParts = (reader: PerlReader): readonly PerlNode[] => {
  const run = reader.flags.i ? undefined : reader.take(plainRun)?.[0];
  if (run !== undefined) return Array.from(run, plainChar);
  const part = readPiece(reader);
  // A group that only groups is as if it were not there: perl folds letters across it.
  return part?.kind === 'sequence' ? part.parts : part ? [part] : [];
};

/** Characters that mean themselves and that nothing repeats, as nearly all: read at once, since one by one takes longer. */
const plainRun = /[\w/,:;=~@%&'"<>!-]+(?=[\w/,:;=~@%&'"<>!\-\\[.|)]|$)/y;

const plainChar = (char: string): PerlNode => ({ kind: 'char', code: char.charCodeAt(0), fold: 'none' });

const readPiece = (reader: PerlReader): PerlNode | undefined => {
  const at = reader.at;
  const body = readAtom(reader);
  if (!body) return undefined; // flags alone, which nothing can repeat
  reader.skip();
  const times = readQuantifier(reader);
  if (!times) return body;
  const { possessive, ...bounds } = times;
  const repeat: PerlNode = { kind: 'repeat', body, ...bounds };
  return possessive ? atomic(reader, repeat, at) : repeat;
};

const readAtom = (reader: PerlReader): PerlNode | undefined => {
  const at = reader.at;
  const code = reader.takeChar();
  const { m, s } = reader.flags;
  switch (String.fromCodePoint(code)) {
    case '(':
      return readGroup(reader, at);
    case '[':
      return readClass(reader);
    case '\\':
      return readEscape(reader);
    case '.':
      return s ? { kind: 'set', negated: true, items: [] } : notNewline;
    case '^':
      return { kind: 'assertion', name: m ? 'lineBegin' : 'begin' };
    case '$':
      return { kind: 'assertion', name: m ? 'lineEnd' : 'endOrNewline' };
    case '*':
    case '+':
    case '?':
      throw reader.refused('a quantifier follows nothing', at);
    case '{':
      if (!/\\[a-z]$/i.test(reader.text.slice(Math.max(at - 2, 0), at))) return charNode(reader, code, at);
      throw reader.unsupported('this unescaped {, which perl takes at times and refuses at others', at);
    default:
      return charNode(reader, code, at);
  }
};

/** Deeper than people write; the reader calls itself for each. */
const deepest = 200;

const readGroup = (reader: PerlReader, at: number): PerlNode | undefined => {
  const { flags, behind } = reader;
  if (++reader.depth > deepest) throw reader.unsupported(`a group within ${deepest} groups`, at);
  const node = reader.eat('?') ? readSpecial(reader, at) : readPlain(reader, at);
  reader.depth--;
  reader.behind = behind;
  if (node) reader.flags = flags; // flags alone hold up to the end of the group around them
  return node;
};

const readPlain = (reader: PerlReader, at: number): PerlNode => {
  if (reader.next === '*') throw reader.unsupported('a verb, (*…)', at);
  reader.skip();
  // With /x there may have been blanks between the two.
  if (/[*?]/.test(reader.next)) {
    throw reader.refused(`( and ${reader.next} are not adjacent`);
  }
  if (reader.flags.n) return readBody(reader, at);
  reader.groups++;
  return { kind: 'group', body: readBody(reader, at) };
};

const readBody = (reader: PerlReader, at: number): PerlNode => {
  const body = readChoice(reader);
  if (!reader.eat(')')) throw reader.refused('nothing closes this (', at);
  return body;
};

const readSpecial = (reader: PerlReader, at: number): PerlNode | undefined => {
  if (reader.eat(':')) return readBody(reader, at);
  if (reader.eat('=')) return look(reader, at, false, false);
  if (reader.eat('!')) return look(reader, at, false, true);
  if (reader.eat('<=')) return look(reader, at, true, false);
  if (reader.eat('<!')) return look(reader, at, true, true);
  if (reader.eat('>')) return atomic(reader, readBody(reader, at), at);
  if (reader.take(/P?<[a-z_]\w*>|'[a-z_]\w*'/iy)) {
    reader.groups++;
    return { kind: 'group', body: readBody(reader, at) };
  }
  const flags = readFlags(reader);
  if (!flags) throw unknownGroup(reader, at);
  reader.flags = flags;
  if (reader.eat(':')) return readBody(reader, at);
  reader.eat(')');
  return undefined;
};

const look = (reader: PerlReader, at: number, behind: boolean, negated: boolean): PerlNode => {
  reader.behind = behind;
  const body = readBody(reader, at);
  const { min, max } = widthOf(body);
  if (behind && max > 255) throw reader.refused('a look-behind is longer than 255', at);
  // Here perl 5.36 itself is at a loss: (?!){1} is taken for true, (?=b?)a?c does not find c, and a look-behind
  // of 0 to 255 finds nothing.
  const isNothing = body.kind === 'sequence' && body.parts.length === 0;
  if (negated ? isNothing : !behind && min === 0 && max > 0)
    throw reader.unsupported('a look at what may be nothing', at);
  if (behind && max - min === 255) throw reader.unsupported('a look-behind of 0 to 255 characters', at);
  return { kind: 'look', behind, negated, body };
};

// Written for JavaScript as a look-ahead and a reference back to it: in a look-behind the reference would come first.
const atomic = (reader: PerlReader, body: PerlNode, at: number): PerlNode => {
  if (reader.behind) throw reader.unsupported('what does not give back, within a look-behind', at);
  if (emptyTurn(body)) throw reader.unsupported('what does not give back, around a repeat of what may be empty', at);
  return { kind: 'atomic', body };
};

const constructs: readonly (readonly [RegExp, string])[] = [
  [/\|/y, '(?|…), groups that share their numbers'],
  [/[R&]|[+-]?\d|P[>=]/y, 'a group that calls or repeats another'],
  [/\(/y, '(?(…)…), a condition'],
  [/\??\{|\*\{|p\{/y, 'code within the pattern'],
  [/\[/y, '(?[…]), arithmetic with classes'],
  [/P?<\w*[^\0-\x7f]|'\w*[^\0-\x7f]/y, 'a name beyond ASCII'],
];

const unknownGroup = (reader: PerlReader, at: number): Error => {
  const known = constructs.find(([start]) => reader.take(start));
  if (known) return reader.unsupported(known[1], at);
  return reader.refused(`(?${reader.next} begins nothing that is known, or is not closed`, at);
};
