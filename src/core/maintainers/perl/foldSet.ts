import { charNode } from './charNode.ts';
import type { CharSet, PerlNode, SetItem } from './perlNode.ts';
import type { PerlReader } from './perlReader.ts';
import { sameLetter } from './sameLetter.ts';

/** The set that stands at `at`, with the other cases of its letters where case does not count. */
export const foldSet = (reader: PerlReader, set: CharSet, at: number): PerlNode => {
  const letters = set.items.map((item) => (isOne(item) ? charNode(reader, item.from, at) : undefined));
  const [first] = letters;
  // perl reads [s] and, without regard to case, [sS] as the letter itself: a ligature may stand for it and the next.
  if (first && !set.negated && letters.every((letter) => letter && sameNode(letter, first))) return first;
  if (!reader.flags.i) return set;
  return { ...set, items: set.items.flatMap((item, index) => folded(reader, item, letters[index], at)) };
};

type Range = Extract<SetItem, { kind: 'range' }>;

const isOne = (item: SetItem): item is Range => item.kind === 'range' && item.from === item.to;

const sameNode = (a: PerlNode, b: PerlNode): boolean =>
  a.kind === 'char' && b.kind === 'char' && a.fold === b.fold && lower(a) === lower(b);

const lower = ({ code, fold }: { code: number; fold: string }): number =>
  fold === 'none' || code >= 0x80 ? code : code | 0x20;

const folded = (reader: PerlReader, item: SetItem, letter: PerlNode | undefined, at: number): readonly SetItem[] => {
  if (item.kind !== 'range') return [item];
  if (letter?.kind === 'char') return sameLetter(letter.code, letter.fold).map(one);
  if (item.to >= 0x80 && reader.flags.rules !== 'bytes') {
    throw reader.unsupported('a range beyond ASCII without regard to case', at);
  }
  const cases: SetItem[] = [item];
  for (let code = item.from; code <= Math.min(item.to, 0x7f); code++) {
    const node = charNode(reader, code, at);
    if (node.kind === 'char' && node.fold !== 'none') cases.push(...sameLetter(code, node.fold).map(one));
  }
  return cases;
};

const one = (code: number): SetItem => ({ kind: 'range', from: code, to: code });
