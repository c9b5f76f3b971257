import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAssets } from '../src/edge/web/assets.ts';

const { files, version } = readAssets(new URL('../src/web/parts/', import.meta.url));
const sizeOf = (pattern: RegExp): number =>
  [...files].reduce((sum, [name, { bytes }]) => (pattern.test(name) ? sum + bytes.length : sum), 0);

test('the client’s code is small, in all', (t) => {
  t.diagnostic(`${sizeOf(/\.js$/)} bytes of code, ${sizeOf(/\.css$/)} of style, ${sizeOf(/\.woff2$/)} of fonts`);
  assert.ok(sizeOf(/\.js$/) > 0);
  assert.ok(sizeOf(/\.js$/) < 30_000);
});

test('fonts are served by ourselves, style and code name no other host', () => {
  assert.deepEqual([...files.keys()].filter((name) => name.endsWith('.woff2')).toSorted(), [
    'commit-mono.woff2',
    'figtree.woff2',
  ]);
  for (const [name, { bytes }] of files) {
    if (!name.endsWith('.woff2')) assert.doesNotMatch(new TextDecoder().decode(bytes), /https?:\/\//, name);
  }
  assert.match(version, /^[0-9a-f]{12}$/);
});
