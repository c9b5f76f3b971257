import assert from 'node:assert/strict';
import test from 'node:test';
import type { Fact, Happened } from './fact.ts';
import { openLoad } from './openLoad.ts';

const site = { rule: 'r', path: 'mm/a.c', line: 12, function: 'f', expression: 'n * m' };
const fact = (happened: Happened): Fact => ({ at: '2026-11-23T18:00:00Z', by: 'test', v: 1, ...happened });
const written = (patch: string, own: Partial<typeof site> = {}, tree = '/t') =>
  fact({ kind: 'patch-written', patch, subject: 's', tree, site: { ...site, ...own }, sha256: 'aa' });
const dropped = (patch: string) => fact({ kind: 'dropped', patch, because: 'taken' });

const titlesOf = (path: string): readonly string[] => (path.startsWith('mm/') ? ['MM', 'ALL', 'ALL'] : ['ALL']);

const table: readonly (readonly [string, readonly Fact[], Readonly<Record<string, number>>])[] = [
  ['nothing', [], {}],
  ['a patch counts with every owner, once', [written('1')], { MM: 1, ALL: 1 }],
  ['two sites', [written('1'), written('2', { path: 'fs/b.c' })], { MM: 1, ALL: 2 }],
  [
    'the same site written again, elsewhere, further down',
    [written('1'), written('1'), written('2', { line: 30 })],
    { MM: 1, ALL: 1 },
  ],
  ['the same site in another version of the tree', [written('1'), written('2', {}, '/older')], { MM: 1, ALL: 1 }],
  ['dropped', [written('1'), dropped('1')], {}],
  ['written again after it was dropped', [written('1'), dropped('1'), written('1')], { MM: 1, ALL: 1 }],
  ['one of two patches for a site dropped', [written('1'), written('2'), dropped('2')], { MM: 1, ALL: 1 }],
];

for (const [name, facts, load] of table) {
  test(name, () => assert.deepEqual(Object.fromEntries(openLoad(facts, titlesOf)), load));
}

test('the tree is handed on, so that patches of another project can be left out', () => {
  const load = openLoad([written('1', {}, '/u-boot')], (_path, tree) => (tree === '/linux' ? ['MM'] : []));
  assert.equal(load.size, 0);
});
