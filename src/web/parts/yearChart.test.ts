import assert from 'node:assert/strict';
import test from 'node:test';
import { chartWords, yearChart } from './yearChart.ts';

const months = (...counts: readonly number[]) =>
  counts.map((patches, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}`, patches }));

test('the highest month is full, one without anything has no bar, and the numbers stand behind', async () => {
  const chart = String(await yearChart(months(0, 1, 54)));
  assert.deepEqual(
    [...chart.matchAll(/class="bar"[^>]* height="(\d+)"/g)].map(([, height]) => height),
    ['0', '2', '54'],
  );
  assert.match(chart, /role="img" aria-label="55 patches in a year, from 0 in 2026-01 to 54 in 2026-03\."/);
  assert.match(chart, /<td>2026-02<\/td><td class="number">1<\/td>/);
  assert.doesNotMatch(chart, /style=/);
});

test('a year without anything, and no year at all', () => {
  assert.equal(chartWords(months(0, 0)), 'No patch in the year.');
  assert.equal(chartWords([]), 'No patch in the year.');
});
