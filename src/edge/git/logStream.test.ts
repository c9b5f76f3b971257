import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit, writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { logStream } from './logStream.ts';

const all = async (tree: string, args: readonly string[]) => {
  const log = logStream(tree, args);
  const tokens: string[] = [];
  for (let next = await log.next(); ; next = await log.next()) {
    if (next.done) return { tokens, ...next.value };
    tokens.push(...next.value);
  }
};

const withPaths = ['--name-status', '--no-renames', '--format=%s%x00%b', 'HEAD', '--'];

const strange = `
[log]
	showSignature = true
	follow = true
	showRoot = false
	decorate = full
	mailmap = false
	diffMerges = separate
[diff]
	renames = copies
	orderFile = /nonexistent
	relative = true
	external = false
	ignoreSubmodules = all
[color]
	ui = always
[core]
	quotePath = true
	pager = false
[format]
	pretty = oneline
[i18n]
	logOutputEncoding = ISO-8859-1
`;

test('names and messages of any bytes, whatever is configured', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/größe "\n\t".c': '1\n', 'a.c': '2\n' });
    writeFileSync(Buffer.from(`${tree}/b\xff.c`, 'latin1'), '');
    inGit(tree, 'mv', 'a.c', 'c.c');
    inGit(tree, 'add', '--all');
    inGit(tree, 'commit', '--quiet', '--message=größer\n\n\x01\x1b[31mM\n');
    const tokens = ['größer', '\x01\x1b[31mM\n', '\nD', 'a.c', 'A', 'b\u{fffd}.c', 'A', 'c.c'];
    const wanted = [...tokens, 'mm: add the files', '', '\nA', 'a.c', 'A', 'mm/größe "\n\t".c', 'begin', ''];
    assert.deepEqual(await all(tree, withPaths), { tokens: wanted, status: 0, stderr: '' });
    writeFiles(folder, { config: strange });
    inGit(tree, 'config', 'include.path', join(folder, 'config'));
    assert.deepEqual((await all(tree, withPaths)).tokens, wanted);
  });
});

test('what is larger than a portion stays whole', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { 'a.c': '1\n' });
    const long = 'ä'.repeat(300_001);
    writeFileSync(join(folder, 'message'), `one\n\n${long}\n`);
    inGit(tree, 'commit', '--quiet', '--allow-empty', `--file=${join(folder, 'message')}`);
    const { tokens } = await all(tree, ['--format=%s%x00%b', '--max-count=1', 'HEAD', '--']);
    assert.deepEqual(tokens, ['one', `${long}\n`]);
  });
});

test('leaving early and a signal stop git', { timeout: 20_000 }, async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(folder, { 'a.c': 'first\n' });
    for (let at = 0; at < 30; at++) commitFiles(tree, { 'a.c': `${at}\n` }, `${at} ${'long '.repeat(10_000)}`);
    const args = ['--format=%B', 'HEAD', '--'];
    for await (const tokens of logStream(tree, args)) {
      assert.ok(tokens.length < 30);
      break;
    }
    const abort = new AbortController();
    abort.abort();
    const log = logStream(tree, args, abort.signal);
    let next = await log.next();
    while (!next.done) next = await log.next();
    assert.equal(next.value.status, 137);
  });
});

test('what git says when it cannot; a repository further up is not looked at; no git at all', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'a.c': '1\n' });
    const failed = await all(tree, ['nothing-of-that-name', '--']);
    assert.deepEqual([failed.status, failed.tokens], [128, []]);
    assert.match(failed.stderr, /bad revision/);
    mkdirSync(join(tree, 'mm'));
    assert.match((await all(join(tree, 'mm'), ['HEAD', '--'])).stderr, /not a git repository/);
    const kept = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      assert.equal((await all(tree, ['HEAD', '--'])).status, 127);
    } finally {
      process.env['PATH'] = kept;
    }
  });
});
