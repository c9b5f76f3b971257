import assert from 'node:assert/strict';
import test from 'node:test';
import { grouped } from '../grouped.ts';
import { monthBars } from './monthBars.ts';

test('a line of blocks, the highest full, nothing a dot', () => {
  assert.equal(monthBars([0, 1, 4, 8]), '·▁▄█');
  assert.equal(monthBars([0, 0]), '··');
  assert.equal(monthBars([1000, 1]), '█▁');
});

test('thousands apart', () => {
  assert.deepEqual([0, 999, 1000, 1_234_567, 12.4].map(grouped), ['0', '999', '1,000', '1,234,567', '12']);
});
