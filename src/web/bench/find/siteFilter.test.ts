import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RankedSite } from '../../../core/finding/rankSite.ts';
import { filterAddress, matching, ofFix, readFilter, type SiteFilter } from './siteFilter.ts';

const site = (path: string, more: Partial<RankedSite> = {}): RankedSite => ({
  rule: 'allocator-arithmetic',
  shape: 'product',
  path,
  line: 1,
  column: 1,
  endLine: 1,
  function: 'f',
  callee: 'kmalloc',
  expression: 'n * m',
  fix: 'ready',
  reasons: [],
  because: [],
  replacement: undefined,
  errors: 'none',
  at: 0,
  subsystems: ['BTRFS FILE SYSTEM'],
  rank: 0,
  rankBecause: [],
  ...more,
});
const of = (address: string): SiteFilter => {
  const { searchParams } = new URL(address, 'http://here');
  return readFilter((name) => searchParams.get(name) ?? undefined);
};
const sites = [
  site('fs/btrfs/a.c'),
  site('fs/btrfs2/b.c', { subsystems: [], fix: 'refused' }),
  site('mm/c.c', { function: 'vmalloc_array', fix: 'by hand', subsystems: ['MEMORY MANAGEMENT'] }),
];
const found = (address: string): string[] =>
  ofFix(matching(sites, of(address)), of(address).fix).map(({ path }) => path);

test('what is asked for stands in the address, and comes back from it', () => {
  const asked = of('/find?q=kmalloc&under=/fs/btrfs/&subsystem=btr&fix=by+hand&page=3&shape=product');
  assert.deepEqual(of(filterAddress(asked)), asked);
  assert.equal(filterAddress(of('/find')), '/find');
  assert.deepEqual(of('/find?page=-1&fix=nonsense'), of('/find'));
});

test('sites by folder, subsystem, words and what becomes of them', () => {
  assert.deepEqual(found('/find'), ['fs/btrfs/a.c', 'mm/c.c']);
  assert.deepEqual(found('/find?under=fs/btrfs&fix=all'), ['fs/btrfs/a.c']);
  assert.deepEqual(found('/find?under=mm/c.c'), ['mm/c.c']);
  assert.deepEqual(found('/find?fix=refused'), ['fs/btrfs2/b.c']);
  assert.deepEqual(found('/find?subsystem=memory'), ['mm/c.c']);
  assert.deepEqual(found('/find?q=VMALLOC_'), ['mm/c.c']);
  assert.deepEqual(found('/find?q=nothing+like+it'), []);
});
