import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gitFolder, inGit } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { gitIdentity } from './gitIdentity.ts';

const variables = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'EMAIL', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'];

/** This process's environment as if nobody had said who they are, until the test ends. */
function nobody(t: TestContext): void {
  const before = variables.map((name) => process.env[name]);
  t.after(() =>
    variables.forEach((name, at) => {
      if (before[at] === undefined) delete process.env[name];
      else process.env[name] = before[at];
    }),
  );
  for (const name of variables) delete process.env[name];
  Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
}

test('a guess from the account and the machine is no identity', async (t) => {
  nobody(t);
  await withTempFolder(async (folder) => {
    assert.equal(await gitIdentity(folder), undefined);
    inGit(gitFolder(folder, { a: '' }), 'config', 'user.name', 'Only A Name');
    assert.equal(await gitIdentity(folder), undefined);
  });
});

test('author.* is stronger than user.*, and the variables stronger than both', async (t) => {
  nobody(t);
  await withTempFolder(async (folder) => {
    gitFolder(folder, { a: '' });
    inGit(folder, 'config', 'user.name', 'Jörg Müller');
    inGit(folder, 'config', 'user.email', 'jm@example.org');
    assert.deepEqual(await gitIdentity(folder), { name: 'Jörg Müller', email: 'jm@example.org' });
    inGit(folder, 'config', 'author.email', 'author@example.org');
    assert.deepEqual(await gitIdentity(folder), { name: 'Jörg Müller', email: 'author@example.org' });
    Object.assign(process.env, { GIT_AUTHOR_NAME: 'O. Ther', GIT_AUTHOR_EMAIL: 'o@example.org' });
    assert.deepEqual(await gitIdentity(folder), { name: 'O. Ther', email: 'o@example.org' });
  });
});

test('EMAIL counts, as it does for git; a plain folder has the global one, not that of a repository above', async (t) => {
  nobody(t);
  await withTempFolder(async (folder) => {
    const tree = join(gitFolder(join(folder, 'home'), { a: '' }), 'tree');
    mkdirSync(tree);
    inGit(tree, 'config', 'user.email', 'notes@example.org');
    writeFileSync(join(folder, 'global'), '[user]\n\tname = A Person\n');
    process.env['GIT_CONFIG_GLOBAL'] = join(folder, 'global');
    assert.equal(await gitIdentity(tree), undefined);
    process.env['EMAIL'] = 'person@example.org';
    assert.deepEqual(await gitIdentity(tree), { name: 'A Person', email: 'person@example.org' });
  });
});
