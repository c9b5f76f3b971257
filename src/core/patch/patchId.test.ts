import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { readMail } from '../mail/readMail.ts';
import { type PatchIdKind, patchId, patchIds } from './patchId.ts';
import { readPatchMail } from './readPatchMail.ts';

const KINDS: readonly PatchIdKind[] = ['stable', 'unstable'];

const ofGit = (text: string, kind: PatchIdKind): readonly string[] =>
  execFileSync('git', ['patch-id', `--${kind}`], { input: Buffer.from(text, 'latin1') })
    .toString()
    .split('\n')
    .filter((line) => line !== '');

const ofUs = (text: string, kind: PatchIdKind): readonly string[] =>
  [...patchIds(text.replace(/\n$/, '').split('\n'), kind)].map(({ id, commit = '0'.repeat(40) }) => `${id} ${commit}`);

const file = (name: string, lines = '-a\n+b\tc\n \n'): string =>
  `diff --git a/${name} b/${name}\nindex 1234567..89abcde 100644\n--- a/${name}\n+++ b/${name}\n@@ -1,2 +1,2 @@ x\n${lines}`;
const binary = 'diff --git a/b.bin b/b.bin\nindex 1111111..2222222 100644\nBinary files a/b.bin and b/b.bin differ\n';
const renamed = 'diff --git a/old b/new\nsimilarity index 100%\nrename from old\nrename to new\n';

const TEXTS: Readonly<Record<string, string>> = {
  'one file': file('x'),
  'two files': file('x') + file('y'),
  'signature behind': `${file('x')}-- \n2.39.5\n\n`,
  'no newline': file('x', '-a\n+b\n \n\\ No newline at end of file\n'),
  'binary in the middle': file('x') + binary + file('y'),
  'binary only': binary,
  'rename, then a change': renamed + file('y'),
  'two commits': `commit ${'1'.repeat(40)}\nAuthor: A\n\n    why\n\n${file('x')}\ncommit ${'A'.repeat(40)}\n\n${file('y')}`,
  'a mail': `From ${'1'.repeat(40)} Mon Sep 17 00:00:00 2001\nSubject: x\n\nwords\n---\n x | 2 +-\n\n${file('x')}-- \n2\n`,
  'cut short': 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n-a\n+b\n',
  'no patch': 'words\n',
  'NUL and other bytes': file('x', '-a\0b\n+\xe4\xff\f\v\n \n'),
  'odd hunk heads': file('x').replace('@@ -1,2 +1,2 @@', '@@ -1 +1 @@') + file('y').replace('-1,2', '-1,'),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`as git patch-id: ${name}`, () => {
    for (const kind of KINDS) assert.deepEqual(ofUs(text, kind), ofGit(text, kind));
  });
}

test('the order of files counts for one kind only', () => {
  const idOf = (text: string, kind: PatchIdKind): string | undefined => ofUs(text, kind)[0];
  assert.equal(idOf(file('x') + file('y'), 'stable'), idOf(file('y') + file('x'), 'stable'));
  assert.notEqual(idOf(file('x') + file('y'), 'unstable'), idOf(file('y') + file('x'), 'unstable'));
});

test('of a mail: the diff as it stands there, whatever the message holds', () => {
  const mail = (message: string): string =>
    `From: A <a@b.c>\nSubject: [PATCH] x\n\n${message}\n---\n\n${file('\xc3\xa4')}-- \n2\n`;
  const idOf = (message: string): string | undefined =>
    patchId(readPatchMail(readMail(mail(message), { file: 'x.patch', at: 7 })));
  assert.equal(`${idOf('words')} ${'0'.repeat(40)}`, ofGit(mail('words'), 'stable')[0]);
  assert.equal(idOf(`commit ${'1'.repeat(40)} broke it`), idOf('words'));
  const cover = 'From: A <a@b.c>\nSubject: [PATCH 0/1] x\n\nwords\n';
  assert.equal(patchId(readPatchMail(readMail(cover, { file: 'x.patch', at: 1 }))), undefined);
});

test('a diff of 20 MB gets its id', () => {
  const lines = ['diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -0,0 +1,400000 @@'];
  for (let at = 0; at < 400_000; at++) lines.push(`+${'some words of a line '.repeat(2)}${at}`);
  assert.equal([...patchIds(lines)].length, 1);
});
