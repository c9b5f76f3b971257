import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { yearBefore } from './yearBefore.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;

test('twelve whole months, called by the month they end in', () => {
  const year = yearBefore(seconds('2026-08-20T18:15:24Z'));
  assert.equal(year.since, seconds('2025-08-20T18:15:24Z'));
  assert.deepEqual([year.months.length, year.months[0], year.months[11]], [12, '2025-09', '2026-08']);
  assert.equal(year.monthOf(year.until), 11);
  assert.equal(year.monthOf(seconds('2026-07-20T18:15:25Z')), 11);
  assert.equal(year.monthOf(seconds('2026-07-20T18:15:24Z')), 10);
  assert.equal(year.monthOf(year.since), undefined);
  assert.equal(year.monthOf(year.until + 1), undefined);
});

test('the 31st and the 29th of February', () => {
  const months = (iso: string) => yearBefore(seconds(iso)).months.join(' ');
  assert.equal(
    months('2024-03-31T23:59:59Z'),
    '2023-04 2023-05 2023-06 2023-07 2023-08 2023-09 2023-10 2023-11 2023-12 2024-01 2024-02 2024-03',
  );
  assert.equal(yearBefore(seconds('2024-02-29T00:00:00Z')).since, seconds('2023-02-28T00:00:00Z'));
});

test('every moment of a year lies in one month, at any date that a clock can show', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 253_402_300_799 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (until, part) => {
        const year = yearBefore(until);
        assert.equal(new Set(year.months).size, 12);
        const time = Math.ceil(year.since + 1 + part * (year.until - year.since - 1));
        assert.ok(year.monthOf(Math.min(time, until)) !== undefined);
      },
    ),
  );
});
