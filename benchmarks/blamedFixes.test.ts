import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BlamedFix, blamedFixes } from './blamedFixes.ts';

const SEED = '2026';

test('a tenth of the fixes that are measured: who brought the bug is found more often than not', async (t) => {
  const history = process.env['PATCHLING_HISTORY'];
  if (history === undefined) return t.skip('because there is no history here; set PATCHLING_HISTORY to a clone');
  const fixes: BlamedFix[] = [];
  for await (const fix of blamedFixes(history, { seed: SEED, count: 10, when: '--since=2024-01-01' })) fixes.push(fix);
  const places = Map.groupBy(fixes, ({ place }) => place);
  const said = [...places].map(([place, { length }]) => `${place}: ${length}`).join(', ');
  t.diagnostic(`Fixes: of ${fixes.length} fixes (seed ${SEED}): ${said}`);
  assert.equal(fixes.length, 10);
  assert.ok((places.get('first')?.length ?? 0) >= 5, said);
  assert.ok((places.get('wrong')?.length ?? 0) <= 3, said);
  // Nothing is left without a word.
  for (const { commit, seen } of fixes) assert.notEqual(seen, '', commit);
});
