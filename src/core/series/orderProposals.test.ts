import assert from 'node:assert/strict';
import test from 'node:test';
import { orderProposals } from './orderProposals.ts';
import { readSeries } from './readSeries.ts';

const mail = (...trailers: readonly string[]): string =>
  `From: Ada Made <ada@made.example>\nSubject: [PATCH] x86/mm: Count\n\nWhy.\n\n${trailers.join('\n')}\n---\n`;
const diff = 'diff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n';
const proposed = (...trailers: readonly string[]): readonly string[] =>
  orderProposals(readSeries([{ file: 'a', source: mail(...trailers) + diff }]), 'D').map(
    ({ trailer }) => trailer.value,
  );

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const FIXES = 'Fixes: 54a4f0239f2e ("x86/mm: Count less")';

test('out of order', () => assert.deepEqual(proposed(SIGNED, FIXES), ['Fixes, Signed-off-by']));
test('in order', () => assert.deepEqual(proposed(FIXES, SIGNED), []));
test('none', () => assert.deepEqual(proposed(), []));
