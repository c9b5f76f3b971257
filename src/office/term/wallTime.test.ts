import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWallTime, wallTime } from './wallTime.ts';

test('what clocks skip and repeat is said', () => {
  const instant = (at: string) => ({ kind: 'instant', at: new Date(at) });
  const rows: readonly [string, string, unknown][] = [
    ['2027-03-28T01:59', 'Europe/Berlin', instant('2027-03-28T00:59:00Z')],
    ['2027-03-28T02:30', 'Europe/Berlin', { kind: 'skipped', before: '2027-03-28T01:30', after: '2027-03-28T03:30' }],
    ['2027-03-28T03:00', 'Europe/Berlin', instant('2027-03-28T01:00:00Z')],
    [
      '2026-10-25T02:30',
      'Europe/Berlin',
      {
        ...{ kind: 'twice', first: new Date('2026-10-25T00:30:00Z'), second: new Date('2026-10-25T01:30:00Z') },
      },
    ],
    ['2026-10-25T02:30', 'Asia/Kathmandu', instant('2026-10-24T20:45:00Z')],
    [
      '2027-04-04T01:45',
      'Australia/Lord_Howe',
      {
        ...{ kind: 'twice', first: new Date('2027-04-03T14:45:00Z'), second: new Date('2027-04-03T15:15:00Z') },
      },
    ],
    ['2027-02-30T10:00', 'UTC', { kind: 'unreadable' }],
    ['2027-02-20', 'UTC', { kind: 'unreadable' }],
    ['2027-02-20T10:00', 'Nowhere/Made', { kind: 'unreadable' }],
  ];
  for (const [text, zone, read] of rows) assert.deepEqual(readWallTime(text, zone), read, `${text} ${zone}`);
  assert.equal(wallTime(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin'), '2026-10-25T02:30');
});
