import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Tries, tryLimit } from './tryLimit.ts';

const limit = { most: 3, within: 60 };

/** Tries at these seconds: which of them were taken. */
const taken = (seconds: readonly number[]): readonly number[] => {
  let tries: Tries | undefined;
  return seconds.filter((second) => {
    const tried = tryLimit(tries, limit, second * 1000);
    if (tried.kind === 'go') tries = tried.tries;
    return tried.kind === 'go';
  });
};

test('so many, and again after the time', () => {
  assert.deepEqual(taken([1, 2, 3, 4, 60, 61, 62, 63, 64]), [1, 2, 3, 61, 62, 63]);
});

test('asking on does not lengthen the wait', () => {
  const seconds = Array.from({ length: 200 }, (_, second) => second);
  assert.deepEqual(taken(seconds), [0, 1, 2, 60, 61, 62, 120, 121, 122, 180, 181, 182]);
});

test('of two at the same time the one that comes late counts as well', () => {
  assert.deepEqual(tryLimit({ count: 2, since: 5000 }, limit, 4990), { kind: 'go', tries: { count: 3, since: 5000 } });
  assert.deepEqual(tryLimit({ count: 3, since: 5000 }, limit, 4990), { kind: 'wait', seconds: 60 });
});

test('the wait is told in seconds, and a clock that was set back holds nobody', () => {
  assert.deepEqual(tryLimit({ count: 3, since: 1000 }, limit, 1500), { kind: 'wait', seconds: 60 });
  assert.deepEqual(tryLimit({ count: 3, since: 1000 }, limit, 60_999), { kind: 'wait', seconds: 1 });
  assert.equal(tryLimit({ count: 3, since: 9_000_000 }, limit, 1).kind, 'go');
});
