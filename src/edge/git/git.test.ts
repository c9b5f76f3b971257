import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { run } from '../run.ts';
import { withTempFolder } from '../tempFolder.ts';
import { git, offlineGit } from './git.ts';

test('what a blobless clone lacks is not fetched, by git itself or by a program that calls it', async () => {
  await withTempFolder(async (folder) => {
    const origin = gitFolder(join(folder, 'origin'), { 'a.c': 'int a;\n' });
    inGit(origin, 'config', 'uploadpack.allowFilter', 'true');
    const url = `file://${origin}`;
    inGit(folder, 'clone', '--quiet', '--filter=blob:none', '--no-checkout', url, 'clone');
    const clone = join(folder, 'clone');
    // The user's own word for a protocol is stronger than a general one.
    inGit(clone, 'config', 'protocol.file.allow', 'always');
    const blob = inGit(origin, 'rev-parse', 'HEAD:a.c');
    assert.notEqual((await git(clone, ['cat-file', '-p', blob])).status, 0);
    const called = await run(['sh', '-c', `git cat-file -p ${blob}`], { cwd: clone, env: offlineGit });
    assert.notEqual(called.status, 0);
    const missing = inGit(clone, 'rev-list', '--objects', '--all', '--missing=print');
    assert.ok(missing.includes(`?${blob}`));
    assert.equal(inGit(clone, 'cat-file', '-p', blob), 'int a;'); // plain git does fetch it
  });
});

test('a program that the repository names is not run', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': 'int a;\n' });
    inGit(tree, 'config', 'core.fsmonitor', `touch ${folder}/was-run; false`);
    writeFileSync(join(tree, 'a.c'), 'int b;\n');
    const { stdout } = await git(tree, ['status', '--porcelain']);
    assert.equal(stdout, ' M a.c\n');
    assert.equal(existsSync(join(folder, 'was-run')), false);
  });
});
