import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../run.ts';
import { offeredSource } from './offeredSource.ts';

test('the newest that apt knows of', async (t) => {
  const { stdout } = await run(['apt-cache', 'pkgnames', 'linux-source-']);
  const names = stdout.split('\n').filter((name) => /^linux-source-\d/.test(name));
  if (names.length === 0) return t.skip('because apt knows of no linux-source package here: sudo apt-get update');
  const offered = await offeredSource();
  assert.ok(offered && names.includes(offered.package), offered?.package);
  assert.equal(offered.package, `linux-source-${offered.version}`);
  assert.ok((offered.bytes ?? 0) > 50e6);
  const bigger = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  assert.equal(offered.package, names.sort(bigger).at(-1));
});

test('without apt there is none', async () => {
  const before = process.env['PATH'];
  process.env['PATH'] = '/nonexistent';
  try {
    assert.equal(await offeredSource(), undefined);
  } finally {
    process.env['PATH'] = before;
  }
});
