import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from './fact.ts';
import { clockOf, dayName, days, timeline } from './timeline.ts';

const note = (at: string, words: string): Fact => ({ at, by: 'test', v: 1, kind: 'note-written', words });
const unknown = (line: number, more: object) => ({ line, kind: 'mail-offered', text: JSON.stringify(more) });
const saysOf = (read: Parameters<typeof timeline>[0]): string[] =>
  timeline(read).map((one) =>
    one.kind === 'unknown' ? `line ${one.unknown.line}` : 'words' in one.fact ? one.fact.words : '',
  );

test('newest first, of one moment what was written last; what has no time comes last', () => {
  const facts = [
    note('2026-11-23T18:00:00Z', 'a'),
    note('2026-11-23T18:00:00Z', 'b'),
    note('2026-11-24T08:00:00+01:00', 'c'),
  ];
  const others = [unknown(2, { at: '2026-11-23T19:00:00Z' }), unknown(3, { at: 'soon' }), unknown(4, {})];
  assert.deepEqual(saysOf({ facts, unknown: others }), ['c', 'line 2', 'b', 'a', 'line 4', 'line 3']);
});

test('a line that is no JSON, or no object, has no time', () => {
  const others = [
    { line: 1, kind: 'x', text: '}{' },
    { line: 2, kind: 'x', text: 'null' },
  ];
  assert.deepEqual(saysOf({ facts: [], unknown: others }), ['line 2', 'line 1']);
});

test('a day is the person’s own', () => {
  const facts = [note('2026-11-23T23:30:00Z', 'late'), note('2026-11-24T10:00:00Z', 'next')];
  const dates = (zone: string) => days(timeline({ facts, unknown: [] }), zone).map(({ date }) => date);
  assert.deepEqual(dates('UTC'), ['2026-11-24', '2026-11-23']);
  assert.deepEqual(dates('Europe/Berlin'), ['2026-11-24']);
  assert.equal(clockOf('2026-11-23T23:30:00Z', 'Europe/Berlin'), '00:30');
  assert.equal(dayName('2026-11-23'), 'Monday, 23 November 2026');
});
