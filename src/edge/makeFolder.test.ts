import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from './makeFolder.ts';

test('a folder and those above it are made, and the first of them is named', (t) => {
  const top = mkdtempSync(join(tmpdir(), 'patchling-make-'));
  t.after(() => rmSync(top, { recursive: true }));
  assert.equal(makeFolder(join(top, 'a/b/c'), 0o700), join(top, 'a'));
  assert.equal(statSync(join(top, 'a/b')).mode & 0o777, 0o700);
  assert.equal(makeFolder(join(top, 'a/b/c')), undefined);
  assert.equal(makeFolder(join(top, 'a/d')), join(top, 'a/d'));
});

test('the system says why it cannot be made, and it ends where Node’s own does not', (t) => {
  const top = mkdtempSync(join(tmpdir(), 'patchling-make-'));
  t.after(() => rmSync(top, { recursive: true }));
  writeFileSync(join(top, 'file'), '');
  assert.throws(() => makeFolder(join(top, 'file')), { code: 'EEXIST' });
  assert.throws(() => makeFolder(join(top, 'file/below')), { code: 'EEXIST' });
  if (process.platform === 'linux') assert.throws(() => makeFolder('/proc/none/below'), { code: 'ENOENT' });
});
