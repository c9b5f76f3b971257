import type { Ident } from './commit.ts';

/** The idents met so far, each once; a commit names them by their place. */
export interface Idents {
  readonly list: readonly Ident[];
  /** `address`, a line end, `name`, as git has them: neither holds one. */
  placeOf(who: string): number;
}

/** A hash of at most 53 bits, so that it is a whole number. */
export type Hash = (text: string) => number;

export const createIdents = (hash: Hash, known: readonly Ident[] = []): Idents => {
  const list = [...known];
  const places = new Map<string, number>(known.map((ident, place) => [keyOf(ident), place]));
  const written = new Map<string, number>();
  return {
    list,
    placeOf: (who) => {
      const before = written.get(who);
      if (before !== undefined) return before;
      const [address = '', name = ''] = who.split('\n');
      const ident = { address: hash(folded(address)), name: nameHash(name, hash) };
      const key = keyOf(ident);
      const place = places.get(key) ?? list.push(ident) - 1;
      places.set(key, place);
      written.set(who, place);
      return place;
    },
  };
};

/** 0 for a single word. */
export const nameHash = (name: string, hash: Hash): number => {
  const full = folded(name);
  return full.includes(' ') ? hash(full) : 0;
};

export const folded = (text: string): string => text.toLowerCase().trim();

const keyOf = ({ address, name }: Ident): string => `${address} ${name}`;
