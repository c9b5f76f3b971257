import assert from 'node:assert/strict';
import test from 'node:test';
import { unknown } from '../../test/subsystem/candidate.ts';
import { card } from '../../test/subsystem/card.ts';
import { cardJson } from './cardJson.ts';

const PROMISED = [
  'name',
  'files',
  'patches',
  'newcomers',
  'median_days_to_reply',
  'median_days_to_merge',
  'accepts_cleanups',
  'tests',
  'rules',
];

test('the promised fields, with figures', () => {
  const json = cardJson(card(), 'patchling find');
  for (const name of PROMISED) assert.ok(name in json, name);
  assert.deepEqual(
    [json['patches'], json['newcomers'], json['median_days_to_merge'], json['accepts_cleanups']],
    [120, 5, 9, true],
  );
  assert.equal(cardJson(card({ cleanUps: { stance: 'none', because: 'x' } }), '')['accepts_cleanups'], false);
  assert.deepEqual(json['rules'], { 'allocator-arithmetic': { ready: 3, by_hand: 1, refused: 2 } });
  assert.deepEqual(Object.keys(json['unknown'] as object), ['median_days_to_reply', 'drift']);
});

test('what is unknown is null, and each says why and what would settle it', () => {
  const history = { kind: 'unknown', because: 'no history', settle: 'git clone it' } as const;
  const json = cardJson(card({ history, cleanUps: { stance: 'unknown', because: 'nobody says', settle: 'ask' } }), '');
  const why = json['unknown'] as Record<string, unknown>;
  for (const name of ['patches', 'newcomers', 'newcomer_kinds', 'median_days_to_merge', 'reverted_share']) {
    assert.equal(json[name], null, name);
    assert.deepEqual(why[name], { because: 'no history', settle: 'git clone it' }, name);
  }
  assert.equal(json['accepts_cleanups'], null);
  assert.deepEqual(why['accepts_cleanups'], { because: 'nobody says', settle: 'ask' });
  assert.deepEqual(why['drift'], { because: unknown.because });
});
