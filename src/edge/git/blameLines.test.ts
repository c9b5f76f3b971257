import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { blameLines } from './blameLines.ts';

test('who brought which line, in several ranges of one file; indentation is nobody’s', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'ä b.c': 'a\nb\nc\nd\ne\n' });
    const one = commitFiles(tree, { 'ä b.c': 'a\nB\nc\nd\nE\n' }, 'made: Größer');
    const two = commitFiles(tree, { 'ä b.c': 'a\n\tB\nc\nd\nE\nf\n', 'x.c': 'x\n' }, 'made: Indent');
    const files = [
      {
        path: 'ä b.c',
        ranges: [
          { start: 2, count: 1 },
          { start: 5, count: 2 },
          { start: 1, count: 0 },
        ],
      },
      { path: 'no.c', ranges: [{ start: 1, count: 1 }] },
      { path: 'x.c', ranges: [{ start: 5, count: 2 }] },
    ];
    const { files: blamed, commits } = await blameLines(tree, { commit: two, files });
    assert.deepEqual(
      [...(blamed[0]?.lines ?? [])],
      [
        [2, one],
        [5, one],
        [6, two],
      ],
    );
    assert.deepEqual(
      blamed.map(({ problem }) => problem),
      [undefined, 'is not there', 'has fewer lines'],
    );
    const told = commits.get(one);
    assert.deepEqual(
      [told?.short, told?.subject, told?.files, told?.isEdge],
      [one.slice(0, 12), 'made: Größer', 1, false],
    );
    assert.equal(commits.get(two)?.files, 2);
  });
});

test('nothing is asked of git where nothing is wanted; a commit may be told of all the same', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': 'a\n' });
    const commit = commitFiles(tree, { 'a.c': 'b\n' }, 'made: Two');
    const nothing = await blameLines(tree, { commit, files: [] });
    assert.deepEqual([nothing.files.length, nothing.commits.size], [0, 0]);
    const { commits } = await blameLines(tree, { commit, files: [], also: [commit] });
    assert.equal(commits.get(commit)?.subject, 'made: Two');
  });
});
