import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { shellCommand } from '../src/edge/shellCommand.ts';
import { gateTree } from './world/gateTree.ts';
import { commitFiles, inGit } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';
import { type Answers, noTerminal, terminalTalk } from './world/terminalTalk.ts';

// A person at a terminal: every proposal is shown and answered, the letter is written in the editor, the answers are kept.

const kernel = kernelTree();
const skip = kernel === undefined ? noKernelTree : noTerminal;
const tree = kernel === undefined ? '' : gateTree(kernel);
const person = newPerson();
const FILE = 'drivers/made/made.c';
const ANSI = /\u001b\[[\d;]*[A-Za-z]/g;
const folder = mkdtempSync(join(tmpdir(), 'patchling-editor-'));

/** An editor that writes this text above what it is given, where that speaks of this. */
const editor = (text: string, about: string): string => {
  const file = join(folder, 'editor');
  writeFileSync(join(folder, 'text'), text);
  writeFileSync(
    file,
    `#!/bin/sh\ngrep -q '${about}' "$1" || exit 0\ncat ${folder}/text "$1" > ${folder}/whole && cp ${folder}/whole "$1"\n`,
  );
  chmodSync(file, 0o755);
  return file;
};

const talk = async (words: readonly string[], answers: Answers, text: string, about = 'cover letter') => {
  const program = new URL('../bin/patchling', import.meta.url).pathname;
  const command = `${shellCommand([program, 'prepare', ...words, '--tree', tree])}; echo "status $?"`;
  const env = {
    PATH: process.env['PATH'],
    HOME: person.home,
    TERM: 'xterm',
    EDITOR: editor(text, about),
    ...person.identity,
  };
  const screen = (await terminalTalk(command, env, answers)).replaceAll('\r', '').replace(ANSI, '');
  return { screen, status: Number(/status (\d+)/.exec(screen)?.[1] ?? Number.NaN) };
};

const commit = (edit: (text: string) => string, subject: string): void => {
  const text = edit(readFileSync(join(tree, FILE), 'utf8'));
  commitFiles(
    tree,
    { [FILE]: text },
    `${subject}\n\nThe driver leaks its count when the probe fails, so users see it grow.`,
  );
  inGit(tree, 'commit', '--quiet', '--amend', '--no-edit', '--author=Grace Made <grace@made.example>');
};

const mails = (version: string): readonly string[] => {
  const all = join(person.home, '.local', 'share', 'patchling', 'contributions');
  const of = join(all, readdirSync(all)[0] ?? '', version);
  return readdirSync(of).map((name) => readFileSync(join(of, name), 'utf8'));
};

test('proposals are asked, the cover letter is written, the certificate is shown', { skip }, async () => {
  inGit(tree, 'checkout', '--quiet', '-b', 'leak', 'master');
  commit((text) => text.replace('\n/* made */\n', '\n/* made and counted */\n'), 'made: Fix the leak of a count');
  commit((text) => text.replace('one->count = 1;', 'one->count = 2;'), 'made: Count from two');
  const { screen, status } = await talk(
    ['HEAD~2..'],
    [
      [/Fixes: [0-9a-f]{12} \("made: Say which driver made is"\)[\s\S]*Take it\? \[y\/N[/\d]*\] /, 'y\r'],
      [/sign off as Grace Made <grace@made\.example>\? \[y\/N\] /, 'y\r'],
    ],
    'made: Keep the count\n\nIt leaks today.\n',
  );
  assert.equal(status, 0, screen);
  const [cover = '', one = '', two = ''] = mails('v1');
  assert.match(cover, /^Subject: \[PATCH 0\/2\] made: Keep the count$/m);
  assert.match(cover, /\n\nIt leaks today\.\n\nGrace Made \(2\):/);
  assert.match(one, /^Fixes: [0-9a-f]{12} \("made: Say which driver made is"\)\nSigned-off-by: Grace Made/m);
  assert.match(two, /^Signed-off-by: Grace Made <grace@made\.example>$/m);
  assert.doesNotMatch(two, /^Fixes:/m);
});

test('what was answered is not asked again', { skip }, async () => {
  const { screen, status } = await talk(['HEAD~2..'], [[/sign off as [\s\S]*\? \[y\/N\] /, 'y\r']], '');
  assert.equal(status, 0, screen);
  assert.doesNotMatch(screen, /Take it\?/);
  assert.match(screen, /\+ patch 1: Fixes: /);
  assert.match(screen, /v1 is as it was/);
});

test('changed: the person is asked whether v1 was sent, and what changed since', { skip }, async () => {
  commit((text) => text.replace('one->count = 2;', 'one->count = 3;'), 'made: Count from three');
  const { screen, status } = await talk(
    ['HEAD~3..'],
    [
      [/Was it sent\? \[y\/N\] /, 'y\r'],
      [/Link to v1: [\s\S]*Take it\? \[y\/N\] /, 'n\r'],
      [/sign off as [\s\S]*\? \[y\/N\] /, 'y\r'],
    ],
    '- a third patch\n',
    'What changed since',
  );
  assert.equal(status, 0, screen);
  const [cover = ''] = mails('v2');
  assert.match(cover, /^Subject: \[PATCH v2 0\/3\] made: Keep the count$/m);
  assert.match(cover, /^Changes in v2:\n- a third patch$/m);
  assert.doesNotMatch(cover, /Link to v1/);
});
