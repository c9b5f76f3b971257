import assert from 'node:assert/strict';
import test from 'node:test';
import { type Need, needWords, orderNeeds } from './need.ts';

const now = new Date('2026-12-01T12:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const of = (person: string, days: number, rest: Pick<Need, 'kind'> & { times?: number }): Need =>
  ({ ...{ person, name: person, title: 'Build', submission: undefined, since: ago(days) }, ...rest }) as Need;

test('each once, the longest first; a week is not silence yet, and what was sent back twice says more', () => {
  const needs = [
    of('Ada', 6.9, { kind: 'silent' }),
    of('Bea', 9, { kind: 'silent' }),
    of('Cem', 8, { kind: 'silent' }),
    of('Cem', 2, { kind: 'sent back', times: 2 }),
    of('Dan', 20, { kind: 'silent' }),
  ];
  const ordered = orderNeeds(needs, now);
  assert.deepEqual(
    ordered.map(({ person, kind }) => `${person} ${kind}`),
    ['Dan silent', 'Bea silent', 'Cem sent back'],
  );
  assert.deepEqual(
    ordered.map((need) => needWords(need, now).line),
    ['Dan has not moved for 20 days', 'Bea has not moved for 9 d', 'Cem: Build was sent back twice'],
  );
});
