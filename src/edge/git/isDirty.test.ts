import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, inGit, writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { isDirty } from './isDirty.ts';

test('changed, staged, untracked and ignored files differ from what is checked out; others do not', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { 'a.c': '1\n', 'b.c': '1\n', 'c d.c': '1\n', '.gitignore': '/*\n' });
    writeFiles(tree, { 'b.c': '2\n', 'c d.c': '2\n', 'new.c': '1\n' });
    inGit(tree, 'add', 'c d.c');
    assert.equal(await isDirty(tree, 'a.c'), false);
    for (const path of ['b.c', 'c d.c', 'new.c']) assert.equal(await isDirty(tree, path), true, path);
  });
});

test('a folder without a repository cannot be asked', async () => {
  await withTempFolder(async (folder) => {
    gitFolder(folder, { 'tree/a.c': '1\n' });
    await assert.rejects(isDirty(join(folder, 'tree'), 'a.c'), { kind: 'machine' });
  });
});
