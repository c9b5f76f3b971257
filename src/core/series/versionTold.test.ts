import assert from 'node:assert/strict';
import { test } from 'node:test';
import { versionTold } from './versionTold.ts';

test('the version that a line begins to tell about', () => {
  const told: readonly (readonly [string, number])[] = [
    ['Changes in v3:', 3],
    ['  Changes in V2', 2],
    ['v2:', 2],
    ['v2: count in the loop', 2],
    ['V1 -> V2: less', 2],
    ['v2->v3:', 3],
    ['Changes since v1:', 2],
    ['Changes from v2:', 3],
    ['* Changelog v4:', 4],
    ['(v5)', 5],
    ['[v2: less]', 2],
    ['v2 changes:', 2],
    ['Changes for v3:', 3],
    ['Changes since v4 are small', 5],
  ];
  for (const [text, version] of told) assert.equal(versionTold(text), version, text);
});

test('prose that only begins alike', () => {
  const prose = [
    'v3 hardware needs it',
    'v2-style headers',
    'Changes in vmalloc:',
    'The v2 format: old',
    'version 2 of it',
    '',
  ];
  for (const text of prose) assert.equal(versionTold(text), undefined, text);
});
