import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handIn } from './handIn.ts';
import { mayChoose } from './mayChoose.ts';
import { mayTake } from './mayTake.ts';
import { reordered } from './reordered.ts';
import type { SubmissionState } from './submissionState.ts';
import { openTasks, type TaskFacts, taskStandings } from './task.ts';
import { todaySentence } from './todaySentence.ts';

const at = (day: number) => new Date(Date.UTC(2026, 11, day, 17));
const now = at(3);

const facts = (ordinal: number, deadline: number, ...states: readonly SubmissionState[]): TaskFacts => ({
  task: { id: `${ordinal}`, ordinal, release: 'in order', releaseAt: null, deadline: at(deadline), required: true },
  ...{ extendedUntil: undefined, attempts: states.map((state) => ({ state, late: false })) },
});

const cases: readonly [string, readonly TaskFacts[], readonly string[]][] = [
  ['in order', [facts(1, 5), facts(2, 6)], ['open', 'not released']],
  ['waiting blocks nothing', [facts(1, 5, 'waiting'), facts(2, 6)], ['waiting for a mentor', 'open']],
  ['late is not lost', [facts(1, 2)], ['overdue']],
  ['what came back', [facts(1, 5, 'replaced', 'not yet')], ['not yet']],
  ['an accepted attempt stays', [facts(1, 5, 'accepted', 'replaced')], ['accepted']],
  ['the newest counts', [facts(1, 5, 'changes requested', 'waiting')], ['waiting for a mentor']],
];
for (const [name, given, states] of cases) {
  test(name, () =>
    assert.deepEqual(
      taskStandings(given, now).map(({ state }) => state),
      states,
    ),
  );
}

test('a day in a sentence', () => {
  const theirs = openTasks(taskStandings([facts(1, 4, 'not yet'), facts(2, 6)], now));
  assert.equal(
    todaySentence(theirs, 0, 'Europe/Berlin', now),
    'Two things are yours to do, the first by Fri 4 Dec 2026, 18:00 CET',
  );
  assert.equal(todaySentence([], 1, 'UTC', now), 'Nothing is yours to do: it is with the mentors');
});

test('until when something is taken', () => {
  const times = { tasksUntil: at(5), endsAt: at(20), isMentee: false, deadline: at(2), isExtended: false };
  assert.deepEqual(handIn(times, now), { kind: 'may', late: true });
  assert.equal(handIn(times, at(5)).kind, 'refused');
  assert.deepEqual(handIn({ ...times, isMentee: true }, at(5)), { kind: 'may', late: true });
  assert.deepEqual(handIn({ ...times, isExtended: true, deadline: at(9) }, at(8)), { kind: 'may', late: false });
});

test('places, loads and choices', () => {
  assert.deepEqual(reordered(['a', 'b', 'c'], 'c', 1), ['c', 'a', 'b']);
  assert.deepEqual(reordered(['a', 'b', 'c'], 'a', 99), ['b', 'c', 'a']);
  assert.deepEqual(reordered(['a', 'b'], 'x', 1), ['a', 'b']);
  assert.equal(mayTake({ has: 1, most: 2 }).kind, 'may');
  assert.equal(mayTake({ has: 2, most: 2 }).kind, 'refused');
  const names = new Set(['A', 'B', 'C']);
  assert.equal(mayChoose(names, ['A'], 'B').kind, 'may');
  for (const [chosen, name] of [
    [['A'], 'A'],
    [['A', 'B'], 'C'],
    [[], 'D'],
  ] as const)
    assert.equal(mayChoose(names, chosen, name).kind, 'refused');
});
