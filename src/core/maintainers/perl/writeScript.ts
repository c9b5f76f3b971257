import { oneOf } from './charSource.ts';
import { classSource } from './classSource.ts';
import type { Assertion, PerlNode, Repeat } from './perlNode.ts';
import { sameLetter } from './sameLetter.ts';
import { writeLetters } from './writeLetters.ts';
import { type Texts, writeSet } from './writeSet.ts';

/**
 * The pattern as JavaScript has it, for the flag v and no other: every flag of perl's is written out. It finds the same
 * as perl would, in texts of the kind named.
 */
export const writeScript = (node: PerlNode, texts: Texts): string => {
  let captures = 0;

  const write = (one: PerlNode): string => {
    switch (one.kind) {
      case 'char':
        return oneOf(sameLetter(one.code, one.fold));
      case 'set':
        return writeSet(one, texts);
      case 'assertion':
        return assertions[one.name];
      case 'boundary':
        return writeBoundary(one.negated, texts === 'any' && one.rules === 'unicode');
      case 'newline':
        return '(?:\\r\\n|(?!\\r\\n)[\\n-\\r\\x85\\u2028\\u2029])';
      case 'sequence':
        return writeSequence(one.parts);
      case 'choice':
        return `(?:${one.choices.map(write).join('|')})`;
      case 'group':
        return `(?:${write(one.body)})`;
      case 'look':
        return `(?${one.behind ? '<' : ''}${one.negated ? '!' : '='}${write(one.body)})`;
      case 'atomic': {
        const number = ++captures; // what is within it counts on from here
        return `(?:(?=(${write(one.body)}))\\${number})`;
      }
      case 'repeat':
        return `${writeOnce(one.body)}${timesSource(one)}`;
    }
  };

  const writeOnce = (body: PerlNode): string =>
    body.kind === 'char' || body.kind === 'set' ? write(body) : `(?:${write(body)})`;

  const writeSequence = (parts: readonly PerlNode[]): string => {
    let source = '';
    for (let at = 0; at < parts.length; at++) {
      const letters = texts === 'any' ? foldedRun(parts, at) : '';
      source += letters === '' ? write(parts[at] as PerlNode) : writeLetters(letters);
      at += Math.max(letters.length - 1, 0);
    }
    return source;
  };

  return write(node);
};

/** The letters of ASCII from `at` on that any case of Unicode's may stand for. */
const foldedRun = (parts: readonly PerlNode[], at: number): string => {
  let letters = '';
  for (let next = at; ; next++) {
    const part = parts[next];
    if (part?.kind !== 'char' || part.fold !== 'unicode' || part.code >= 0x80) return letters;
    letters += String.fromCharCode(part.code).toLowerCase();
  }
};

// JavaScript's $ is the very end, where the flag m is not set.
const assertions: Readonly<Record<Assertion, string>> = {
  begin: '^',
  end: '$',
  endOrNewline: '(?=\\n?$)',
  lineBegin: '(?:^|(?<=\\n)(?!$))', // perl begins no line behind the last newline
  lineEnd: '(?=\\n|$)',
};

const writeBoundary = (negated: boolean, unicode: boolean): string => {
  if (!unicode) return negated ? '\\B' : '\\b';
  const word = `[${classSource('word', 'unicode')}]`;
  return negated
    ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
    : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
};

const timesSource = ({ min, max, lazy }: Repeat): string => {
  const often = max === Infinity ? `{${min},}` : `{${min},${max}}`;
  return `${short[often] ?? often}${lazy ? '?' : ''}`;
};

const short: Readonly<Record<string, string>> = { '{0,}': '*', '{1,}': '+', '{0,1}': '?' };
