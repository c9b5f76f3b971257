import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { commitsNamed } from './commitsNamed.ts';
import { releaseTags } from './releaseTags.ts';

test('what the tree knows of each, with and without the tags', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': '1\n' });
    const one = commitFiles(tree, { 'a.c': '2\n' }, 'mm: größer,\nin two lines\n\nBody.');
    inGit(tree, 'tag', '--annotate', '--message=x', 'v6.1-rc1');
    inGit(tree, 'tag', 'v6.1-mine');
    const two = commitFiles(tree, { 'a.c': '3\n' }, 'mm: two');
    inGit(tree, 'tag', '--annotate', '--message=x', 'v6.1');
    const unreleased = commitFiles(tree, { 'a.c': '4\n' }, 'mm: three');
    inGit(tree, 'checkout', '--quiet', '-b', 'side', 'HEAD~1');
    const stranger = commitFiles(tree, { 'a.c': '5\n' }, 'mm: of a side branch');
    inGit(tree, 'checkout', '--quiet', 'main');
    const blob = inGit(tree, 'rev-parse', 'HEAD:a.c');
    const tags = await releaseTags(tree);
    assert.deepEqual([tags?.reached.tag, tags?.all.length], ['v6.1', 3]);
    const named = [one.slice(0, 12), two, unreleased.slice(0, 9), stranger, 'abcdef012345', blob];
    for (const known of [undefined, tags]) {
      const found = await commitsNamed(
        tree,
        named,
        new Set([one.slice(0, 12), unreleased.slice(0, 9), stranger]),
        known,
      );
      assert.deepEqual(
        [...found],
        [
          [
            one.slice(0, 12),
            { found: 'one', sha: one, subject: 'mm: größer, in two lines', isAncestor: true, release: 'v6.1-rc1' },
          ],
          [two, { found: 'one', sha: two, subject: 'mm: two', isAncestor: true }],
          [unreleased.slice(0, 9), { found: 'one', sha: unreleased, subject: 'mm: three', isAncestor: true }],
          [stranger, { found: 'one', sha: stranger, subject: 'mm: of a side branch', isAncestor: false }],
          ['abcdef012345', { found: 'none' }],
          [blob, { found: 'none' }],
        ],
      );
    }
  });
});

test('an abbreviation of several commits', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': '1\n' });
    // Of these two messages git makes, with our dates, ids that begin alike.
    const tip = inGit(tree, 'rev-parse', 'HEAD^{tree}');
    const [one = '', other = ''] = ['12077', '18804'].map((text) => inGit(tree, 'commit-tree', tip, '-m', text));
    const several = one.slice(0, 7);
    assert.equal(other.slice(0, 7), several);
    assert.deepEqual((await commitsNamed(tree, [several], new Set())).get(several), { found: 'several' });
  });
});

test('a tree without release tags has no calendar of its own', async () => {
  await withTempFolder(async (folder) => {
    assert.equal(await releaseTags(gitFolder(join(folder, 'tree'), { 'a.c': '1\n' })), undefined);
  });
});
