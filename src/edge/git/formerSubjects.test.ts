import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { formerSubjects } from './formerSubjects.ts';
import { messagesOf } from './messagesOf.ts';

test('of each file and its folder, newest first, by one walk', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': '1\n', 'mm/größe*.c': '1\n', Makefile: '1\n' });
    commitFiles(tree, { 'mm/a.c': '2\n' }, 'mm: one\n\nBody.\n\nAcked-by: A <a@made.example>');
    commitFiles(tree, { 'mm/größe*.c': '2\n' }, 'mm: größe: two');
    commitFiles(tree, { Makefile: '2\n' }, 'kbuild: three');
    const found = await formerSubjects(tree, ['mm/a.c', 'mm/größe*.c', 'Makefile', 'fs/none.c']);
    assert.deepEqual(
      [...found],
      [
        [
          'mm/a.c',
          { file: ['mm: one', 'mm: add the files'], folder: ['mm: größe: two', 'mm: one', 'mm: add the files'] },
        ],
        [
          'mm/größe*.c',
          { file: ['mm: größe: two', 'mm: add the files'], folder: ['mm: größe: two', 'mm: one', 'mm: add the files'] },
        ],
        ['Makefile', { file: ['kbuild: three', 'mm: add the files'], folder: [] }],
        ['fs/none.c', { file: [], folder: [] }],
      ],
    );
    const [first, second] = await messagesOf(tree, ['mm/a.c'], 2);
    assert.deepEqual([first?.subject, first?.body], ['mm: one', 'Body.\n\nAcked-by: A <a@made.example>']);
    assert.deepEqual([second?.subject, second?.body], ['mm: add the files', '']);
  });
});

test('a plain folder has none', async () => {
  await withTempFolder(async (folder) => {
    assert.deepEqual([...(await formerSubjects(folder, ['a.c']))], [['a.c', {}]]);
    assert.deepEqual(await messagesOf(folder, ['a.c'], 2), []);
  });
});
