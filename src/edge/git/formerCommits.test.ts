import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { formerCommits } from './formerCommits.ts';

test('of each file and its folder, newest first, by one walk', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': '1\n', 'mm/größe*.c': '1\n', Makefile: '1\n' });
    commitFiles(tree, { 'mm/a.c': '2\n' }, 'mm: one\n\nBody.\n\nAcked-by: A <a@made.example>');
    commitFiles(tree, { 'mm/größe*.c': '2\n' }, 'mm: größe: two');
    commitFiles(tree, { Makefile: '2\n' }, 'kbuild: three');
    const { subjects, messages } = await formerCommits(tree, ['mm/a.c', 'mm/größe*.c', 'Makefile', 'fs/none.c']);
    assert.deepEqual(
      [...subjects],
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
    assert.deepEqual(
      messages.map(({ subject, body }) => [subject, body]),
      [
        ['kbuild: three', ''],
        ['mm: größe: two', ''],
        ['mm: one', 'Body.\n\nAcked-by: A <a@made.example>'],
        ['mm: add the files', ''],
      ],
    );
  });
});

test('a plain folder has none', async () => {
  await withTempFolder(async (folder) => {
    const { subjects, messages } = await formerCommits(folder, ['a.c']);
    assert.deepEqual([[...subjects], messages], [[['a.c', { file: [], folder: [] }]], []]);
  });
});
