import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMail } from '../mail/readMail.ts';
import { lineKinds } from './lineKinds.ts';
import { readPatchMail } from './readPatchMail.ts';

const kindsOf = (source: string): string[] => {
  const kinds = lineKinds(readPatchMail(readMail(source, { file: 'a', at: 1 })));
  return source.split('\n').map((_line, index) => kinds.get(index + 1) ?? 'rest');
};

const MAIL = `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
From: A <a@b.example>
Subject: [PATCH] made: a

Why it is.

Signed-off-by: A <a@b.example>
---
 a.c | 2 +-

diff --git a/a.c b/a.c
index 1111111..2222222 100644
--- a/a.c
+++ b/a.c
@@ -1,2 +1,2 @@
 one
-two
+three
-- 
2.39.5
`;

test('each line of a mail is of one kind', () => {
  assert.deepEqual(kindsOf(MAIL), [
    ...['header', 'header', 'header', 'rest', 'message', 'message', 'trailer', 'below', 'below', 'below'],
    ...['file', 'file', 'file', 'file', 'hunk', 'same', 'gone', 'new', 'rest', 'rest', 'rest'],
  ]);
});

test('of an encoded part only the headers are known', () => {
  const body = Buffer.from(MAIL.slice(MAIL.indexOf('\n\n') + 2)).toString('base64');
  const source = `From: A <a@b.example>\nSubject: [PATCH] a\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${body}\n`;
  assert.deepEqual(kindsOf(source), ['header', 'header', 'header', 'header', 'rest', 'rest', 'rest']);
});
