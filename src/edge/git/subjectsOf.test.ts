import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { subjectsOf } from './subjectsOf.ts';

test('the last subjects of one path, newest first, without merges and the import', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': '1\n' });
    commitFiles(tree, { 'a.c': '2\n', 'b.c': '1\n' }, 'mm: one\n\nBody.');
    commitFiles(tree, { 'b.c': '2\n' }, 'mm/b: other');
    inGit(tree, 'checkout', '--quiet', '-b', 'side', 'HEAD~1');
    commitFiles(tree, { 'a.c': '3\n' }, 'mm: größer');
    inGit(tree, 'checkout', '--quiet', 'main');
    inGit(tree, 'merge', '--quiet', '--no-ff', '--message=Merge side', 'side');
    assert.deepEqual(await subjectsOf(tree, 'a.c', 10), ['mm: größer', 'mm: one', 'mm: add the files']);
    assert.deepEqual(await subjectsOf(tree, 'a.c', 1), ['mm: größer']);
    assert.deepEqual(await subjectsOf(tree, 'b*.c', 10), []);
    // Where a shallow clone ends, its last commit seems to add every file.
    inGit(folder, 'clone', '--quiet', '--depth=2', `file://${tree}`, 'shallow');
    assert.deepEqual(await subjectsOf(join(folder, 'shallow'), 'b.c', 10), []);
  });
});

test('a plain folder has none', async () => {
  await withTempFolder(async (folder) => {
    gitFolder(folder, { 'tree/a.c': '1\n' });
    assert.deepEqual(await subjectsOf(join(folder, 'tree'), 'a.c', 10), []);
  });
});
