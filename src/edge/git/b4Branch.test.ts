import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inGitNow } from '../../../test/world/b4.ts';
import { gitFolder } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { b4Branch } from './b4Branch.ts';

// What real b4 makes is in test/b4Branch.test.ts; this runs where b4 is not installed.
const cover = (changeId: string, baseBranch: string | null): string => {
  const series = { revision: 2, 'change-id': changeId, 'base-branch': baseBranch, prefixes: [] };
  return `mm: Count once\n\nText.\n\n--- b4-submit-tracking ---\n# Used by b4.\n${JSON.stringify({ series })}\n`;
};

const commit = (tree: string, message: string): string => {
  inGitNow(tree, 'commit', '--quiet', '--allow-empty', '--cleanup=verbatim', `--message=${message}`);
  return inGitNow(tree, 'rev-parse', 'HEAD');
};

const patch = (tree: string, line: string): string => {
  appendFileSync(join(tree, 'a'), `${line}\n`);
  inGitNow(tree, 'add', 'a');
  return commit(tree, `mm: ${line}`);
};

test('of a series on top of another one the upper is meant', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { a: '' });
    commit(tree, cover('lower', null));
    const base = patch(tree, 'lower');
    const from = commit(tree, cover('upper', null));
    const tip = patch(tree, 'upper');
    const read = await b4Branch(tree);
    assert.deepEqual(
      {
        changeId: read?.tracking.changeId,
        base: read?.base,
        from: read?.from,
        tip: read?.tip,
        cover: read?.coverCommit,
      },
      { changeId: 'upper', base, from, tip, cover: from },
    );
  });
});

test('a patch above a cover that was at the tip belongs to the series, too', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { a: '' });
    const base = inGitNow(tree, 'rev-parse', 'HEAD');
    inGitNow(tree, 'config', 'b4.prep-cover-strategy', 'tip-commit');
    inGitNow(tree, 'checkout', '--quiet', '-b', 'topic');
    const below = patch(tree, 'below');
    const coverCommit = commit(tree, cover('one', 'main'));
    const covered = await b4Branch(tree);
    assert.deepEqual([covered?.base, covered?.from, covered?.tip], [base, base, below]);
    const tip = patch(tree, 'above');
    const read = await b4Branch(tree);
    assert.deepEqual([read?.base, read?.tip, read?.coverCommit], [base, tip, coverCommit]);
  });
});

test('a commit that only quotes b4 makes no branch of b4', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { a: '' });
    commit(tree, 'tools: look for --- b4-submit-tracking --- in a message');
    patch(tree, 'one');
    assert.equal(await b4Branch(tree), undefined);
  });
});
