import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KindOfChange } from './card.ts';
import type { PathChange } from './commit.ts';
import { kindOfChange } from './kindOfChange.ts';

type Told = Parameters<typeof kindOfChange>[0];

const told = (subject: string, more: Partial<Told> = {}): Told => ({
  subject,
  fixes: [],
  stable: false,
  reverts: [],
  tells: '',
  changes: changed('mm/a.c'),
  ...more,
});
const changed = (...paths: readonly string[]): readonly PathChange[] => paths.map((path) => ({ path, how: 'changed' }));

const table: readonly [KindOfChange, Told][] = [
  [
    'docs',
    told('Fix a leak', { changes: changed('Documentation/mm/slab.rst', 'MAINTAINERS'), fixes: ['1da177e4c3f4'] }),
  ],
  ['docs', told('net: docs: say how', { changes: changed('net/core/dev.c') })],
  ['docs', told('mm: Add a comment on the lock')],
  [
    'feature',
    told('dt-bindings: net: add a chip', { changes: changed('Documentation/devicetree/bindings/net/x.yaml') }),
  ],
  ['tests', told('selftests: net: fix a race', { changes: changed('tools/testing/selftests/net/a.sh') })],
  ['tests', told('lib: cover the empty list', { changes: changed('lib/list_test.c', 'lib/tests/a.c') })],
  ['fix', told('mm: use the other lock', { fixes: ['1da177e4c3f4'] })],
  ['fix', told('mm: use the other lock', { stable: true })],
  ['fix', told('Revert "mm: add b"', { reverts: ['1da177e4c3f4'] })],
  ['fix', told('net: phy: avoid reading past the end')],
  ['fix', told('ARM: dts: stm32: Add missing clock')],
  ['fix', told('mm: use the other lock', { tells: 'broken' })],
  ['cleanup', told('mm: use the other lock')],
  ['cleanup', told('mm: fix a typo')],
  ['cleanup', told('mm: avoid an unnecessary copy')],
  ['cleanup', told('mm: remove the old list', { tells: 'broken' })],
  ['cleanup', told('mm: the list of pages', { tells: 'same' })],
  ['feature', told('mm: add a list', { tells: 'broken' })],
  ['feature', told('mm: the list of pages')],
  ['feature', told('mm: a list', { tells: 'same', changes: [{ path: 'mm/list.c', how: 'added' }] })],
  ['feature', told('')],
  ['cleanup', told('Remove it', { changes: [] })],
];

for (const [kind, commit] of table) test(`${kind}: ${commit.subject}`, () => assert.equal(kindOfChange(commit), kind));
