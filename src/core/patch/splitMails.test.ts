import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasDiff, looksLikePatch, splitMails } from './splitMails.ts';

const mail = (subject: string, body: string): string =>
  `From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: A <a@b.c>\nSubject: ${subject}\n\n${body}\n`;

test('the mails of an mbox, their subjects on one line, the cover known', () => {
  const mails = splitMails(
    mail('[PATCH 0/2] all\n of it', 'words\n') + mail('[PATCH v2 1/2] one', 'From here on\n\ndiff --git a/x b/x\n'),
  );
  assert.deepEqual(
    mails.map(({ subject, isCover }) => [subject, isCover]),
    [
      ['[PATCH 0/2] all of it', true],
      ['[PATCH v2 1/2] one', false],
    ],
  );
  assert.deepEqual(
    splitMails(mail('x', 'y\n').replaceAll('\n', '\r\n')).map(({ subject }) => subject),
    ['x'],
  );
  assert.equal(splitMails('diff --git a/x b/x\n').length, 1);
  assert.equal(splitMails(mail('x', 'From what we saw at 12:00:00\nmore\n\nFrom us at 12:00:00 on\n\n')).length, 1);
  // As for git, what does not begin with a separator is one mail.
  assert.equal(splitMails('From: a\n\nx\n\nFrom a@b.c Mon Jan 1 00:00:00 2024\nFrom: b\n\ny\n').length, 1);
});

test('what is a patch and what is source', () => {
  assert.ok(looksLikePatch('0001-x.patch', ''));
  assert.ok(looksLikePatch('x', mail('s', 'diff --git a/x b/x\n')));
  assert.ok(looksLikePatch('x', 'diff --git a/x b/x\n'));
  assert.ok(!looksLikePatch('README', 'Subject: a word\n'));
  assert.ok(!looksLikePatch('a.rst', 'How to send\n\n  diff --git a/x b/x\n'));
  assert.ok(!hasDiff('-- \n2.43.0\n'));
});
