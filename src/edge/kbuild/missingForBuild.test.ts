import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { missingForBuild } from './missingForBuild.ts';

async function withPath<T>(path: string, use: () => Promise<T>): Promise<T> {
  const before = process.env['PATH'];
  process.env['PATH'] = path;
  try {
    return await use();
  } finally {
    process.env['PATH'] = before;
  }
}

test('a machine with nothing lacks them all; each program found is one less', async () => {
  const all = ['make', 'gcc', 'binutils', 'flex', 'bison', 'bc', 'perl', 'libc6-dev', 'libelf-dev'];
  const perl = (await run(['sh', '-c', 'command -v perl'])).stdout.trim();
  await withTempFolder(async (folder) => {
    assert.deepEqual(await withPath(folder, missingForBuild), all);
    symlinkSync(perl, `${folder}/perl`);
    assert.deepEqual(
      await withPath(folder, missingForBuild),
      all.filter((name) => name !== 'perl'),
    );
  });
});
