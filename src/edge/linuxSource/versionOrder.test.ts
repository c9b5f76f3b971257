import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newestFirst } from './versionOrder.ts';

test('versions are compared as versions', () => {
  const versions = ['6.9', '6.12', '6.1', '5.19', '6.12.1', '6.8.0', '10.0'].map((version) => ({ version }));
  assert.deepEqual(
    versions.sort(newestFirst).map(({ version }) => version),
    ['10.0', '6.12.1', '6.12', '6.9', '6.8.0', '6.1', '5.19'],
  );
});
