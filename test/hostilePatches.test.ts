import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { newPerson } from './world/runPatchling.ts';
import { smallTree } from './world/smallTree.ts';

const person = newPerson();
const tree = smallTree();
const folder = mkdtempSync(join(tmpdir(), 'patchling-hostile-'));

const HEAD = `From ${'1'.repeat(40)} Mon Sep 17 00:00:00 2001
From: Eve Made <eve@made.example>
Date: Mon, 23 Nov 2026 18:00:00 +0000
Subject: [PATCH] made: Do something
`;
const DIFF = `diff --git a/drivers/made/made.c b/drivers/made/made.c
--- a/drivers/made/made.c
+++ b/drivers/made/made.c
`;
const MESSAGE = '\nA reason.\n\nSigned-off-by: Eve Made <eve@made.example>\n---\n';

/** Runs the check on a file of these bytes: no stack trace, no control character, nothing left beside it. */
const check = (bytes: string | Buffer, words: readonly string[] = []) => {
  const file = join(folder, '0001-hostile.patch');
  writeFileSync(file, bytes);
  const said = person.run(['check', file, '--tree', tree, '--color=always', ...words]);
  const rest = (said.stdout + said.stderr).replace(/\u001b\[(?:1|2|4|22|24|31|32|33|39)m/g, '');
  assert.doesNotMatch(rest, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  assert.doesNotMatch(rest, /mistake of Patchling|\n {4}at /);
  assert.deepEqual(readdirSync(folder), ['0001-hostile.patch']);
  assert.deepEqual(readFileSync(file), Buffer.from(bytes));
  return said;
};

test('a hundred thousand hunks', (t) => {
  const hunks = Array.from({ length: 100_000 }, (_one, at) => `@@ -${at * 9 + 1},2 +${at * 9 + 1},2 @@\n a\n-b\n+c\n`);
  const begun = performance.now();
  const { status, stderr } = check(HEAD + MESSAGE + DIFF + hunks.join(''));
  t.diagnostic(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
  assert.ok(status === 1 || status === 3, stderr);
});

test('paths that leave the tree are not followed', () => {
  const outside = join(folder, '..', 'patchling-escaped');
  const diff = ['../patchling-escaped', '/patchling-escaped', 'drivers/../../patchling-escaped', '.git/config']
    .map(
      (path) =>
        `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`,
    )
    .join('');
  const { status, stdout } = check(HEAD + MESSAGE + diff);
  assert.equal(status, 1, stdout);
  assert.match(stdout, /patchling-escaped/);
  assert.equal(existsSync(outside), false);
});

test('binary bytes, NUL and escape sequences', () => {
  const evil = '\u001b[2J\u001b]0;owned\u0007\u0000\u202e';
  const mail = HEAD.replace('Do something', `Do ${evil} something`) + MESSAGE.replace('A reason', `A ${evil} reason`);
  check(`${mail}${DIFF}@@ -1,1 +1,1 @@\n-${evil}\n+${evil}\n`);
  check(
    Buffer.concat([Buffer.from(HEAD + MESSAGE), Buffer.from(Array.from({ length: 4096 }, (_one, at) => at % 256))]),
  );
  check(`${HEAD}${MESSAGE}diff --git a/x.bin b/x.bin\nindex 1..2 100644\nGIT binary patch\nliteral 9\nzcmZ\nliteral`);
  const { status, stderr } = check(Buffer.from(Array.from({ length: 4096 }, (_one, at) => (at * 7) % 256)));
  assert.equal(status, 2);
  assert.match(stderr, /next: /);
});

test('a diff cut in half says where', () => {
  const { status, stdout } = check(
    `${HEAD}${MESSAGE}${DIFF}@@ -8,7 +8,7 @@\n static int made_probe(int n)\n {\n-\tstruct`,
  );
  assert.equal(status, 1);
  assert.match(stdout, /0001-hostile\.patch:1\d/);
});

test('an mbox of five thousand mails', (t) => {
  const mails = Array.from(
    { length: 5000 },
    (_one, at) =>
      `${HEAD.replace('Do something', `Do thing ${at}`)}Message-ID: <${at}@made.example>\n${MESSAGE}${DIFF}@@ -1,1 +1,1 @@\n-a\n+b\n\n`,
  );
  const begun = performance.now();
  const { status, stderr } = check(mails.join(''));
  t.diagnostic(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
  assert.equal(status, 2);
  assert.match(stderr, /5000 series/);
  const patch = join(folder, '0001-hostile.patch');
  const thread = join(mkdtempSync(join(tmpdir(), 'patchling-thread-')), 'list.mbox');
  writeFileSync(thread, mails.join(''));
  writeFileSync(patch, `${HEAD}${MESSAGE}${DIFF}@@ -1,1 +1,1 @@\n-a\n+b\n`);
  assert.notEqual(person.run(['check', patch, '--thread', thread, '--tree', tree]).status, 4);
});

test('what cannot be read is said, and what to do: status 2', () => {
  for (const words of [['nowhere.patch'], [], [tree], ['/dev/null']]) {
    const { status, stderr } = person.run(['check', ...words, '--tree', tree]);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /next: /);
  }
});
