import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';

// Killed before each single thing that prepare changes on the disk: what was there is whole, and the next run goes on.

const kernel = kernelTree();
const skip = kernel === undefined ? noKernelTree : false;
const tree = kernel === undefined ? '' : gateTree(kernel);
const FILE = 'drivers/made/made.c';
const preload = `--import=${new URL('./world/killAtWrite.ts', import.meta.url).href}`;

const commit = (text: string): void => {
  inGit(tree, 'checkout', '--quiet', '-B', 'change', 'master');
  const message = 'made: Count more\n\nUsers see a hang.\n\nSigned-off-by: Grace Made <grace@made.example>';
  commitFiles(tree, { [FILE]: text }, message);
  inGit(tree, 'commit', '--quiet', '--amend', '--no-edit', '--author=Grace Made <grace@made.example>');
};

const thread = join(mkdtempSync(join(tmpdir(), 'patchling-thread-')), 'v1.mbox');
const answer = (to: string): string =>
  [
    'From: Bo Other <bo@other.example>',
    'Subject: Re: [PATCH] made: Count more',
    'Message-ID: <answer@other.example>',
    `In-Reply-To: <${to}>`,
    'Date: Wed, 3 Jan 2024 10:00:00 +0000',
    '',
    'Why?',
    '',
  ].join('\n');

const words = [
  'prepare',
  'HEAD~1..',
  '--tree',
  tree,
  '--version',
  '2',
  '--changelog',
  'less',
  '--thread',
  thread,
  '--json',
];
const dataOf = (home: string): string => join(home, '.local', 'share', 'patchling');
const contributionOf = (home: string): string => {
  const folder = join(dataOf(home), 'contributions');
  return join(folder, readdirSync(folder)[0] ?? '');
};

/** Every mail of a version, with its name. */
const version = (home: string, name: string): Readonly<Record<string, string>> => {
  const folder = join(contributionOf(home), name);
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
};

test('killed before each write', { skip }, () => {
  const before = newPerson();
  commit('int more;\n');
  assert.equal(before.run(['prepare', 'HEAD~1..', '--tree', tree, '--json']).status, 0);
  commit('int less;\n');
  const v1 = version(before.home, 'v1');
  const [mail = ''] = Object.values(v1);
  writeFileSync(thread, answer(/^Message-ID: <(.*)>$/m.exec(mail)?.[1] ?? ''));
  const journal = readFileSync(join(dataOf(before.home), 'journal.ndjson'), 'utf8');

  /** The same person at the same point, as often as wanted. */
  const again = (env: Readonly<Record<string, string>>) => {
    const one = newPerson({});
    cpSync(before.home, one.home, { recursive: true, verbatimSymlinks: true });
    const facts = join(dataOf(one.home), 'journal.ndjson');
    const own = { NODE_OPTIONS: preload, KILL_BELOW: dataOf(one.home), ...env };
    return { ...one, facts, ran: one.run(words, { env: own }) };
  };

  const count = join(mkdtempSync(join(tmpdir(), 'patchling-count-')), 'count');
  const whole = again({ KILL_AT: '0', KILL_COUNT: count });
  assert.equal(whole.ran.status, 0, whole.ran.stderr);
  const changes = Number(readFileSync(count, 'utf8').trim().split('\n').at(-1));
  const expected = version(whole.home, 'v2');
  const mails = version(whole.home, 'thread');
  assert.equal(Object.keys(mails).length, 1);
  assert.ok(changes > 10, `${changes} changes`);

  for (let at = 1; at <= changes; at++) {
    const one = again({ KILL_AT: String(at) });
    assert.notEqual(one.ran.status, 0, `change ${at} did not kill it`);
    assert.deepEqual(version(one.home, 'v1'), v1, `killed at ${at}: v1`);
    assert.ok(readFileSync(one.facts, 'utf8').startsWith(journal), `killed at ${at}: the journal`);
    const begun = existsSync(join(contributionOf(one.home), 'v2')) ? version(one.home, 'v2') : expected;
    assert.deepEqual(Object.keys(begun), Object.keys(expected), `killed at ${at}: v2 is whole or not there`);
    const kept = existsSync(join(contributionOf(one.home), 'thread')) ? version(one.home, 'thread') : mails;
    assert.deepEqual(kept, mails, `killed at ${at}: the thread is whole or not there`);
    if (at % 3 !== 1) continue;
    const { status, stderr } = one.run(words);
    assert.equal(status, 0, `killed at ${at}, then: ${stderr}`);
    assert.equal(Object.keys(version(one.home, 'v2')).length, Object.keys(expected).length);
    assert.deepEqual(version(one.home, 'v1'), v1);
  }
  process.stdout.write(`# killed before each of ${changes} changes: nothing lost\n`);
});
