import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { withTempFolder } from './tempFolder.ts';

test('the folder is empty, its own, and gone afterwards', async () => {
  let seen = '';
  const answer = await withTempFolder(async (folder) => {
    seen = folder;
    assert.deepEqual(await readdir(folder), []);
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'a', 'b'), '');
    return withTempFolder(async (other) => other !== folder);
  });
  assert.equal(answer, true);
  assert.equal(existsSync(seen), false);
});

test('it is gone after an error too', async () => {
  let seen = '';
  const failing = withTempFolder(async (folder) => {
    seen = folder;
    throw new Error('as it happens');
  });
  await assert.rejects(failing, /as it happens/);
  assert.equal(existsSync(seen), false);
});

test('where none can be made, what to do is said', async () => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = '/no/such/folder';
  try {
    const failing = withTempFolder(async () => {});
    await assert.rejects(failing, { message: 'No temporary folder can be made in /no/such/folder.' });
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});
