import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromNow } from './durationWords.ts';
import { instantLine } from './instantWords.ts';

const now = new Date('2026-10-24T22:30:00Z');

test('an instant in a zone, in UTC, and how far it is', () => {
  const rows: readonly [string, string, string][] = [
    ['2026-12-04T17:00:00Z', 'Europe/Berlin', 'Fri 4 Dec 2026, 18:00 CET (17:00 UTC), in 40 days'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', 'Sun 25 Oct 2026, 02:30 CEST (00:30 UTC), in 2 h'],
    // The same wall clock an hour later: that night has 02:30 twice, and UTC tells them apart.
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', 'Sun 25 Oct 2026, 02:30 CET (01:30 UTC), in 3 h'],
    ['2026-10-26T00:10:00Z', 'America/Los_Angeles', 'Sun 25 Oct 2026, 17:10 GMT-7 (Mon 26 Oct 2026, 00:10 UTC), in 1 d 1 h'],
    ['2026-10-25T12:00:00Z', 'Asia/Kathmandu', 'Sun 25 Oct 2026, 17:45 GMT+5:45 (12:00 UTC), in 13 h'],
    ['2026-10-25T00:00:00Z', 'UTC', 'Sun 25 Oct 2026, 00:00 UTC, in 1 h 30 min'],
    ['2026-10-25T00:00:00Z', 'Nowhere/Made', 'Sun 25 Oct 2026, 00:00 UTC, in 1 h 30 min'],
  ]; // biome-ignore format: a line each
  for (const [at, zone, words] of rows) assert.equal(instantLine(new Date(at), zone, now), words);
});

test('how far', () => {
  const rows: readonly [number, string][] = [
    [52 * 60, 'in 2 d 4 h'], [48 * 60, 'in 2 d'], [24 * 60 + 5, 'in 1 d'], [70, 'in 1 h 10 min'], [5, 'in 5 min'],
    [0, 'in less than a minute'], [-1, '1 min ago'], [-190, '3 h 10 min ago'],
  ]; // biome-ignore format: pairs
  for (const [minutes, words] of rows) assert.equal(fromNow(new Date(now.getTime() + minutes * 60_000), now), words);
});
