import assert from 'node:assert/strict';
import { chownSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { repositoryOf } from './repositoryOf.ts';

test('a tree with its own repository: the commit and the branch; the folder may be reached by a link', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'a tree'), { 'a.c': 'int a;\n' });
    const head = inGit(tree, 'rev-parse', 'HEAD');
    symlinkSync(tree, join(folder, 'link'));
    assert.deepEqual(await repositoryOf(tree), { kind: 'repository', head, branch: 'main' });
    assert.deepEqual(await repositoryOf(join(folder, 'link')), { kind: 'repository', head, branch: 'main' });
    inGit(tree, 'checkout', '--quiet', '--detach');
    assert.deepEqual(await repositoryOf(tree), { kind: 'repository', head });
  });
});

test('a linked work tree is a repository too', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': 'int a;\n' });
    inGit(tree, 'worktree', 'add', '--quiet', '-b', 'topic', join(folder, 'linked'));
    const head = inGit(tree, 'rev-parse', 'HEAD');
    assert.deepEqual(await repositoryOf(join(folder, 'linked')), { kind: 'repository', head, branch: 'topic' });
  });
});

test('a plain folder, also inside a foreign repository, is none', async () => {
  await withTempFolder(async (folder) => {
    const plain = join(folder, 'plain');
    mkdirSync(plain);
    assert.deepEqual(await repositoryOf(plain), { kind: 'none', because: 'it is a plain folder, no git repository' });
    gitFolder(folder, { 'notes.txt': 'mine\n' });
    const because = `it is no repository itself, but lies inside another one, ${folder}`;
    assert.deepEqual(await repositoryOf(plain), { kind: 'none', because });
  });
});

test('a repository without a commit is none', async () => {
  await withTempFolder(async (folder) => {
    inGit(folder, 'init', '--quiet');
    assert.deepEqual(await repositoryOf(folder), { kind: 'none', because: 'its repository has no commit yet' });
  });
});

test("somebody else's repository is none, with the command that changes that", async (t) => {
  if (process.getuid?.() !== 0) return t.skip('because only root can give a folder to another user');
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, "it's a tree"), { 'sub/a.c': 'int a;\n' });
    await run(['chown', '-R', '12345', tree]);
    const { kind, because, settle } = (await repositoryOf(tree)) as { kind: string; because: string; settle: string };
    assert.deepEqual([kind, because.startsWith('its repository belongs to another user')], ['none', true]);
    assert.match(settle, /^git config --global --add safe\.directory '.*it'\\''s a tree'$/);
    // The command does settle it, for a configuration of our own here.
    const global = join(folder, 'config');
    await run(['sh', '-c', settle], { env: { GIT_CONFIG_GLOBAL: global } });
    const before = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = global;
    try {
      assert.equal((await repositoryOf(tree)).kind, 'repository');
    } finally {
      if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = before;
    }
    chownSync(join(tree, 'sub'), 0, 0);
    const inside = await repositoryOf(join(tree, 'sub'));
    assert.match(inside.kind === 'none' ? inside.because : '', /lies inside one of somebody else/);
  });
});

test('without git it is none, with the command that installs it', async () => {
  const before = process.env['PATH'];
  process.env['PATH'] = '/nonexistent';
  try {
    const none = { kind: 'none', because: 'git is not installed', settle: 'sudo apt-get install git' };
    assert.deepEqual(await repositoryOf('/'), none);
  } finally {
    process.env['PATH'] = before;
  }
});
