import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mail } from '../../core/mail/mail.ts';
import { readSeries } from '../../core/series/readSeries.ts';
import { diffBytes, mailBytes } from './mailBytes.ts';

const DIFF = 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-gr\xfcn\n+blau\n-- \n2.39.5\n';
const HEAD = 'From: A <a@made.example>\nSubject: [PATCH] x\n';
const read = (source: string) => readSeries([{ file: 'p', source }]).patches.slice(0, 1);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('of a plain mail its own bytes', () => {
  const source = `${HEAD}\ny\n---\n${DIFF}`;
  for (const patch of read(source)) {
    assert.equal(latin1(mailBytes(patch)), source);
    assert.equal(latin1(diffBytes(patch)), DIFF);
  }
  assert.equal(read(source).length, 1);
});

test('Windows line ends that came on the way are taken off, as git am does', () => {
  for (const patch of read(`${HEAD}\ny\n---\n${DIFF}`.replaceAll('\n', '\r\n'))) {
    assert.equal(latin1(diffBytes(patch)), DIFF);
  }
});

test('of an encoded mail its text', () => {
  const lines = ['y', '---', 'diff --git a/a b/a', '--- a/a', '+größe'].map((text) => ({ text, at: 7 }));
  const mail: Mail = {
    file: 'p',
    at: 1,
    headers: [
      { name: 'Subject', raw: '[PATCH] x', value: '[PATCH] x', at: 1 },
      { name: 'Content-Transfer-Encoding', raw: 'base64', value: 'base64', at: 2 },
    ],
    lines,
    parts: [{ type: 'text/plain', encoding: 'base64', isFlowed: false, isAttachment: false, at: 1 }],
    undecodable: [],
    partHeaders: [],
    damage: [],
    carriageReturns: 0,
    source: ['Subject: [PATCH] x', 'Content-Transfer-Encoding: base64', '', 'eQ=='],
  };
  const file = { path: 'a', change: 'changed' as const, isBinary: false, hunks: [], at: 7 };
  assert.equal(Buffer.from(diffBytes({ mail, diff: [file] })).toString(), 'diff --git a/a b/a\n--- a/a\n+größe\n');
  assert.match(Buffer.from(mailBytes({ mail })).toString(), /^Subject: \[PATCH\] x\n\ny\n---\ndiff --git /);
});
