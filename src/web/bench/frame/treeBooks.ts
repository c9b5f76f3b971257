import type { TreeBooks } from '../../../bench/showSite.ts';
import { whoGetsAll } from '../../../bench/whoGets.ts';
import { Trouble } from '../../../core/trouble.ts';
import type { Identity } from '../../../edge/git/gitIdentity.ts';
import type { Host } from '../../../edge/host.ts';
import { type Certificate, certificateOf } from '../../../gather/certificateOf.ts';
import { type OpenBook, openBook } from '../../../gather/openBook.ts';
import { type Owners, ownersOf } from '../../../gather/ownersOf.ts';
import { stancesOf } from '../../../gather/stancesOf.ts';
import { toolTrailer } from '../../../gather/toolTrailer.ts';

/** What pages ask of a tree and of git again and again. */
export interface DeskBooks extends TreeBooks {
  readonly identity: Promise<Identity | undefined>;
  readonly certificate: Certificate | undefined;
  readonly tools: ReturnType<typeof toolTrailer>;
  /** What was made of the tree under a key while these books are good, else makes it. */
  once<Made>(key: string, make: () => Promise<Made>): Promise<Made>;
}

/** For so long what was read is used again, in milliseconds. */
const GOOD_FOR = 15_000;

/** The books of a tree, read anew now and then: a person may edit the tree, fetch, or tell git their name. */
export const createTreeBooks = (host: Host, tree: string): (() => DeskBooks) => {
  let books: DeskBooks | undefined;
  let read = 0;
  return () => {
    const now = host.now().getTime();
    if (books && now - read < GOOD_FOR) return books;
    books = readBooks(host, tree);
    read = now;
    return books;
  };
};

const readBooks = (host: Host, tree: string): DeskBooks => {
  let book: OpenBook | undefined;
  const made = new Map<string, Promise<unknown>>();
  // A key is used for one kind of thing only, so what lies under it is of the type asked for.
  const once = <Made>(key: string, make: () => Promise<Made>): Promise<Made> => {
    const one = (made.get(key) as Promise<Made> | undefined) ?? make();
    made.set(key, one);
    return one;
  };
  const identity = host.git.gitIdentity(tree);
  identity.catch(() => {}); // whoever asks for it hears of it
  return {
    owners: ownersIn(host, tree),
    stances: stancesOf(host, tree),
    who: (path) =>
      once(`who ${path}`, async () => {
        try {
          book ??= openBook(host, tree);
          return await whoGetsAll(host, book, [{ kind: 'path', input: path, path }]);
        } catch (error) {
          return { recipients: [], printed: new Uint8Array(), owners: new Map(), problems: [whatOf(error)] };
        }
      }),
    once,
    identity,
    certificate: certificateOf(host, tree),
    tools: toolTrailer(host, tree),
  };
};

/** Of a tree whose MAINTAINERS cannot be read, the code can be shown all the same. */
const ownersIn = (host: Host, tree: string): Owners => {
  try {
    return ownersOf(host, tree);
  } catch (error) {
    return { oddities: [whatOf(error)], sections: () => [], of: () => [] };
  }
};

const whatOf = (error: unknown): string => {
  if (error instanceof Trouble) return error.words.what;
  throw error;
};
