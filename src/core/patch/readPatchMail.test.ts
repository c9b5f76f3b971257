import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextLine } from '../mail/mail.ts';
import { readMail } from '../mail/readMail.ts';
import { readPatchMail } from './readPatchMail.ts';

const DIFF = 'diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n';
const HEAD = 'From: Ada <ada@made.example>\nSubject: [PATCH] mm: do\nMessage-ID: <1@made.example>\n';
const read = (source: string, file = 'x.patch') => readPatchMail(readMail(source, { file, at: 1 }));
const texts = (lines: readonly TextLine[]): readonly string[] => lines.map(({ text }) => text);

test('message, trailers, what stands below, and the diff', () => {
  const patch = read(
    `${HEAD}\nWhy.\n\nMore.\n\nSigned-off-by: Ada <ada@made.example>\n---\nv2: more\n\n x | 2 +-\n\n${DIFF}`,
  );
  assert.deepEqual(texts(patch.message), ['Why.', '', 'More.', '', 'Signed-off-by: Ada <ada@made.example>']);
  assert.deepEqual(texts(patch.body), ['Why.', '', 'More.']);
  assert.deepEqual(patch.trailers[0]?.at, 9);
  assert.deepEqual(patch.cut, { text: '---', at: 10 });
  assert.deepEqual(texts(patch.below), ['v2: more', '', ' x | 2 +-', '']);
  assert.deepEqual([patch.diff.length, patch.diff[0]?.at, patch.damage.length, patch.isCover], [1, 15, 0, false]);
});

test('an author in the body, each header once', () => {
  const patch = read(`${HEAD}\n\nFrom: Bob <bob@made.example>\nDate: today\nFrom: here on\n\n${DIFF}`);
  assert.deepEqual(patch.author, { name: 'Bob', address: 'bob@made.example' });
  assert.deepEqual(patch.sender, { name: 'Ada', address: 'ada@made.example' });
  assert.deepEqual(texts(patch.inBody), ['From: Bob <bob@made.example>', 'Date: today']);
  assert.deepEqual(texts(patch.message), ['From: here on']);
});

test('a subject in the body names the commit, the header the version', () => {
  const { subject } = read(`From: A <a@b.c>\nSubject: [PATCH v2] x\n\nSubject: mm: do\n\nWhy.\n\n${DIFF}`);
  assert.deepEqual([subject.summary, subject.prefix, subject.version, subject.at], ['mm: do', 'mm: ', 2, 4]);
});

test('a diff without dashes above it', () => {
  const patch = read(`${HEAD}\nWhy.\n\n${DIFF}`);
  assert.deepEqual([texts(patch.message), patch.cut, patch.below, patch.diff.length], [['Why.'], undefined, [], 1]);
  const plain = read(`${HEAD}\nWhy.\n\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n`);
  assert.deepEqual([texts(plain.message), plain.diff.length], [['Why.'], 1]);
});

test('a bare diff', () => {
  const patch = read(`\n${DIFF}`);
  assert.deepEqual([patch.message, patch.diff.length, patch.isCover], [[], 1, false]);
});

test('a cover letter, its signature no part of it', () => {
  const stat = ' x | 2 +-\n 1 file changed';
  const cover = read(`From: A <a@b.c>\nSubject: [PATCH v2 0/3] all\n\nWhy.\n\n${stat}\n\n-- \n2.39.5\n`);
  assert.deepEqual([cover.isCover, texts(cover.message)], [true, ['Why.', '', ' x | 2 +-', ' 1 file changed']]);
  const ofB4 = read(`From: A <a@b.c>\nSubject: [PATCH 0/3] all\n\nWhy.\n\n---\nChanges in v2:\n- x\n\n---\n${stat}\n`);
  assert.deepEqual([texts(ofB4.message), texts(ofB4.below).slice(0, 2)], [['Why.'], ['Changes in v2:', '- x']]);
  assert.equal(read(`${HEAD}\nWhy.\n`, 'out/v2-0000-cover-letter.patch').isCover, true);
  assert.equal(read('From: A <a@b.c>\nSubject: Re: [PATCH 0/3] all\n\nYes.\n').isCover, false);
});

test('where it stands: above the diff, below it, or in the cover', () => {
  const [base, before] = ['a'.repeat(40), 'b'.repeat(40)];
  const lines = `base-commit: ${base}\nprerequisite-patch-id: ${before}\nchange-id: 20261124-x-0123\n`;
  const expected = { commit: base, prerequisites: [before], changeId: '20261124-x-0123' };
  assert.deepEqual(read(`${HEAD}\nWhy.\n---\n${lines}\n${DIFF}`).base, expected);
  assert.deepEqual(read(`${HEAD}\nWhy.\n---\n\n${DIFF.replace('-- \n', `\n${lines}-- \n`)}`).base, expected);
  assert.deepEqual(read(`${HEAD}\nWhy.\n> base-commit: ${base}\n${DIFF}`).base, { prerequisites: [] });
});

test('whom it answers', () => {
  const patch = read(`${HEAD}In-Reply-To: <a@b> (of today) <c@d>\n\nWhy.\n${DIFF}`);
  assert.deepEqual([patch.messageId, patch.inReplyTo], ['1@made.example', ['a@b', 'c@d']]);
});

test('a hunk that is cut short is damage, with its place', () => {
  const [damage] = read(`${HEAD}\nWhy.\n---\n\n${DIFF.replace('-1 +1', '-1,9 +1,9')}`).damage;
  assert.equal(damage?.at, 12);
});

const line = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      '---',
      '-- ',
      '--- a/x',
      '+++ b/x',
      '@@ -1,2 +1,2 @@',
      '@@ -1 +1 @@ x',
      '-a',
      '+b',
      ' c',
      '\\ No newline',
      '2.39.5',
    ],
    ...[
      'diff --git a/x b/x',
      'diff --git "a/\\303" b',
      'diff --git ',
      'diff --cc x',
      'rename from ',
      'rename to y',
      'index 1..2',
    ],
    ...[
      'new file mode 100644',
      'deleted file mode',
      'GIT binary patch',
      'literal 3',
      'KcmYdfNCp4_i2%g_',
      'Binary files a and b differ',
    ],
    ...[
      'From: a',
      'Subject: [PATCH',
      'Signed-off-by: A',
      ' folded',
      '@@ -',
      '--- /dev/null',
      '+++ \t',
      'base-commit: 1',
      '\0',
      '\r',
    ],
  ),
  fc.string({ maxLength: 8 }),
);

test('drawn mails are read without an error, and every place lies in the file', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const source = lines.join('\n').replace(/[^\0-\xff]/g, '?');
      const { diff, damage, trailers, message, mail } = read(source);
      const hunks = diff.flatMap((file) => file.hunks);
      const places = [diff, hunks, hunks.flatMap((hunk) => hunk.lines), damage, trailers, message].flat();
      for (const { at } of places) assert.ok(at >= 1 && at <= mail.source.length);
    }),
    { numRuns: 3000 },
  );
});

test('a mail of 20 MB is read to its end', () => {
  const lines = `+${'x'.repeat(80)}\n`.repeat(250_000);
  const patch = read(
    `${HEAD}\nWhy.\n---\n\n${DIFF.replace('-1 +1', '-1 +1,250001').replace('-- \n', `${lines}-- \n`)}`,
  );
  assert.deepEqual([patch.damage, patch.diff[0]?.hunks[0]?.lines.length], [[], 250_002]);
});
