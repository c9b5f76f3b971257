import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RankedSite } from '../../../core/finding/rankSite.ts';
import { sitesByFolder } from './sitesByFolder.ts';

const sites = [
  ['fs/btrfs/a.c', 'ready'],
  ['fs/btrfs/a.c', 'by hand'],
  ['fs/btrfs2/b.c', 'ready'],
  ['fs/c.c', 'refused'],
  ['mm/d.c', 'ready'],
].map(([path, fix]) => ({ path, fix })) as RankedSite[];
const told = (under: string): string[] =>
  sitesByFolder(sites, under).map(
    ({ path, isFile, ready, byHand, refused }) => `${path}${isFile ? '' : '/'} ${ready} ${byHand} ${refused}`,
  );

test('what lies directly below a folder', () => {
  assert.deepEqual(told(''), ['fs/ 2 1 1', 'mm/ 1 0 0']);
  assert.deepEqual(told('fs'), ['fs/btrfs/ 1 1 0', 'fs/btrfs2/ 1 0 0', 'fs/c.c 0 0 1']);
  assert.deepEqual(told('fs/btrfs'), ['fs/btrfs/a.c 1 1 0']);
  assert.deepEqual(told('nowhere'), []);
});
