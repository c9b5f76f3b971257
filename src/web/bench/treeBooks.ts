import type { TreeBooks } from '../../bench/showSite.ts';
import type { Host } from '../../edge/host.ts';
import { openBook } from '../../gather/openBook.ts';
import { ownersOf } from '../../gather/ownersOf.ts';
import { stancesOf } from '../../gather/stancesOf.ts';

/** For so long what was read of MAINTAINERS and the documents is used again, in milliseconds. */
const GOOD_FOR = 30_000;

/** The books of a tree, read anew now and then: a person may edit the tree, or fetch. */
export const createTreeBooks = (host: Host, tree: string): (() => TreeBooks) => {
  let books: TreeBooks | undefined;
  let read = 0;
  return () => {
    const now = host.now().getTime();
    if (books && now - read < GOOD_FOR) return books;
    books = { book: openBook(host, tree), owners: ownersOf(host, tree), stances: stancesOf(host, tree) };
    read = now;
    return books;
  };
};
