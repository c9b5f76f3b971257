import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendar } from './calendar.ts';

const dated = (...tags: readonly string[]) => tags.map((tag) => ({ tag, date: '2026-11-15T20:00:00Z' }));
const says = (tags: readonly string[], now: string) => {
  const [reached, ...rest] = dated(...tags);
  const found = reached && calendar(reached, [reached, ...rest], now);
  return found && [found.isMergeWindow ? 'window' : `rc${found.candidate}`, found.isStale ? 'stale' : 'fresh'];
};

test('between two releases', () => {
  for (const [tags, now, expected] of [
    [['v6.13-rc4', 'v6.12'], '2026-11-20T00:00:00Z', ['rc4', 'fresh']],
    [['v6.13-rc4', 'v6.12'], '2027-03-20T00:00:00Z', ['rc4', 'stale']],
    [['v6.12', 'v6.12-rc7', 'v6.11'], '2026-11-20T00:00:00Z', ['window', 'fresh']],
    // Five weeks later a first candidate must be out: it was only not fetched.
    [['v6.12', 'v6.11'], '2026-12-20T00:00:00Z', ['window', 'stale']],
    // HEAD is still at the release, the candidates are fetched.
    [['v6.12', 'v6.13-rc1', 'v6.13-rc10', 'v6.13-rc2'], '2026-11-20T00:00:00Z', ['rc10', 'fresh']],
    [['v6.19', 'v7.0-rc1'], '2026-11-20T00:00:00Z', ['rc1', 'fresh']],
    [['v6.12', 'v6.13'], '2026-11-20T00:00:00Z', ['window', 'stale']],
    [['v2026.10-rc2', 'v2026.07'], '2026-11-20T00:00:00Z', ['rc2', 'fresh']],
    [['v2026.10', 'v2027.01-rc1'], '2026-11-20T00:00:00Z', ['rc1', 'fresh']],
    [['v6.12', 'v6.13-rc1-dontuse', 'next-20261120'], '2026-11-20T00:00:00Z', ['window', 'fresh']],
    [['v6.12.5', 'v6.12'], '2026-11-20T00:00:00Z', undefined],
  ] as const) {
    assert.deepEqual(says(tags, now), expected, tags.join(' '));
  }
});

test('the tag and its date are those that HEAD reaches', () => {
  const [reached, other] = dated('v6.12', 'v6.13-rc1');
  assert.ok(reached && other);
  const found = calendar(reached, [other, reached], '2026-11-20T00:00:00Z');
  assert.deepEqual(found, { ...reached, isMergeWindow: false, candidate: 1, isStale: false });
});
