import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../src/core/finding/site.ts';
import { sitesIn } from '../../src/core/finding/sitesIn.ts';
import { type ScanOrder, scanTree } from '../../src/edge/scan/scanTree.ts';
import { createWorkshop } from '../../src/edge/workshop.ts';

export interface Scanned {
  /** In the order of path and place. */
  readonly sites: readonly Site[];
  readonly unreadable: readonly string[];
  readonly files: number;
  readonly scanned: number;
  readonly cached: boolean;
}

/** A scan to its end. By a clock that is far ahead, so that what was written just now counts as settled. */
export const scanAll = async (order: Omit<ScanOrder, 'now'> & { now?: number }): Promise<Scanned> => {
  const sites: Site[] = [];
  const unreadable: string[] = [];
  let done = { files: 0, scanned: 0, cached: false };
  for await (const word of scanTree({ now: Date.now() + 60_000, ...order })) {
    if (word.kind === 'sites') sites.push(...word.sites);
    else if (word.kind === 'unreadable') unreadable.push(word.path);
    else if (word.kind === 'done') done = word;
  }
  const { files, scanned, cached } = done;
  return { sites: inOrder(sites), unreadable: unreadable.sort(), files, scanned, cached };
};

/** The sites of a tree by looking at one file after another, without workers or cache. */
export const sitesOfTree = async (tree: string): Promise<Site[]> => {
  const workshop = await createWorkshop(tree);
  const paths = readdirSync(tree, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[ch]$/.test(path));
  return inOrder(
    paths
      .filter((path) => lstatSync(join(tree, path)).isFile())
      .flatMap((path) => sitesIn({ path, bytes: readFileSync(join(tree, path)) }, workshop).map(({ site }) => site)),
  );
};

const inOrder = (sites: readonly Site[]): Site[] =>
  sites.toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.at - other.at));
