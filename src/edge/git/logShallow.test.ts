import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { importCommits, type MadeCommit } from '../../../test/world/importCommits.ts';
import { withTempFolder } from '../tempFolder.ts';
import { isAncestor } from './logAncestor.ts';
import { shallowEnd } from './logShallow.ts';

const commits = [1, 2, 3].map(
  (at): MadeCommit => ({
    author: 'A Maker <maker@example.org>',
    time: 1_700_000_000 + at,
    message: `${at}`,
    files: { 'a.c': `${at}\n` },
  }),
);

test('where a shallow clone ends, and that it ends elsewhere once it is deepened', async () => {
  await withTempFolder(async (folder) => {
    const origin = importCommits(join(folder, 'origin'), commits);
    assert.equal(await shallowEnd(origin), undefined);
    inGit(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, 'shallow');
    const clone = join(folder, 'shallow');
    const first = await shallowEnd(clone);
    assert.equal(first?.newest, 1_700_000_003);
    inGit(clone, 'fetch', '--quiet', '--deepen=1');
    const second = await shallowEnd(clone);
    assert.equal(second?.newest, 1_700_000_002);
    assert.notEqual(first?.key, second?.key);
    inGit(clone, 'worktree', 'add', '--quiet', '--detach', join(folder, 'linked'));
    assert.deepEqual(await shallowEnd(join(folder, 'linked')), second);
    inGit(clone, 'fetch', '--quiet', '--unshallow');
    assert.equal(await shallowEnd(clone), undefined);
  });
});

test('a plain folder is not shallow', async () => {
  await withTempFolder(async (folder) => assert.equal(await shallowEnd(folder), undefined));
});

test('ancestors', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { 'a.c': '1\n' });
    const [old, head] = [inGit(tree, 'rev-parse', 'HEAD~1'), inGit(tree, 'rev-parse', 'HEAD')];
    assert.equal(await isAncestor(tree, old, head), true);
    assert.equal(await isAncestor(tree, head, old), false);
    assert.equal(await isAncestor(tree, '0'.repeat(40), head), false);
  });
});
