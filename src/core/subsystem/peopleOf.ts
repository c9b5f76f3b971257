import type { Ident } from './commit.ts';
import { folded, type Hash, nameHash } from './idents.ts';

/** Who is who: idents that are one person have one number. */
export interface People {
  /** The person of an ident, by its place. */
  of(ident: number): number;
  /** When a person's first commit in the whole history was committed, seconds since 1970; undefined without one. */
  firstOf(person: number): number | undefined;
}

/** An ident with the time of its first commit, 0 where it wrote none. */
export interface KnownIdent extends Ident {
  readonly first: number;
}

/**
 * Idents with the same address, or the same name, or named in one line of .mailmap (gitmailmap(5)) are one person. This
 * joins more than git's own mapping does: many change employer and address and never add a line, and would be newcomers
 * again. Two people of the same name count as one, so that rather too few are taken for newcomers.
 */
export const peopleOf = (idents: readonly KnownIdent[], mailmap: string, hash: Hash): People => {
  const same = joined();
  for (const { address, name } of idents) same.join(address, name === 0 ? address : name);
  for (const line of mailmap.split('\n')) {
    const [first, ...others] = hashesIn(line, hash);
    for (const other of others) same.join(first ?? other, other);
  }
  const firsts = new Map<number, number>();
  for (const { address, first } of idents) {
    if (first === 0) continue;
    const person = same.find(address);
    firsts.set(person, Math.min(firsts.get(person) ?? first, first));
  }
  return { of: (place) => same.find(idents[place]?.address ?? 0), firstOf: (person) => firsts.get(person) };
};

const hashesIn = (line: string, hash: Hash): readonly number[] =>
  [...line.replace(/#.*$/, '').matchAll(/([^<>]*)<([^<>]*)>/g)].flatMap(([, name = '', address = '']) => {
    const named = nameHash(name, hash);
    return [hash(folded(address)), ...(named === 0 ? [] : [named])];
  });

/** Sets of numbers that grow together; every set is called by one of its members. */
const joined = () => {
  const above = new Map<number, number>();
  const find = (one: number): number => {
    let top = one;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    if (top !== one) above.set(one, top);
    return top;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)];
    if (a !== b) above.set(a, b);
  };
  return { find, join };
};
