import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { commitMessage, missingWhy } from './commitMessage.ts';

const subject = 'drm/gud: Use kmalloc_array() for the pixels';
const why =
  'A device that lies about its size makes the product wrap around, and the buffer is then too small for what is '
  + 'copied into it.';
const what = 'Let kmalloc_array() look at the multiplication.';

test('subject, why, what, trailers and sign-off, in this order', () => {
  const trailers = [{ token: 'Link', value: 'https://example.org/1' }];
  assert.equal(
    commitMessage({ subject, why, what, trailers, signOff: 'Zoë Ångström <zoe@example.org>' }),
    `${subject}

A device that lies about its size makes the product wrap around, and the
buffer is then too small for what is copied into it.

${what}

Link: https://example.org/1
Signed-off-by: Zoë Ångström <zoe@example.org>
`,
  );
});

test('without a why its place says so; without a sign-off there is none', () => {
  for (const nothing of [{}, { why: ' \n', signOff: ' ' }]) {
    assert.equal(commitMessage({ subject, what, ...nothing }), `${subject}\n\n${missingWhy}\n\n${what}\n`);
  }
  assert.ok(missingWhy.length <= 75);
});

test('one line stays one line, whatever is handed in', () => {
  const message = commitMessage({ subject: ' a\n\nb: c ', why: 'x', what: '', signOff: 'A <a@b>\nAcked-by: B <b@c>' });
  assert.equal(message, 'a b: c\n\nx\n\nSigned-off-by: A <a@b> Acked-by: B <b@c>\n');
});

test('a person’s own paragraphs, lists and code stay', () => {
  const own = '\n\nFirst:\n\n  - one\n  - two\n\n\n\n    code();\n';
  assert.match(
    commitMessage({ subject, why: own, what }),
    /\n\nFirst:\n\n {2}- one\n {2}- two\n\n {4}code\(\);\n\nLet/,
  );
});

/** What git am would make of a mail with this message. */
const mailed = (message: string, folder: string): { subject: string; body: string; rest: string } => {
  const [first = '', ...others] = message.split('\n');
  const headers = [
    'From: A <a@example.org>',
    'Date: Mon, 23 Nov 2026 18:00:00 +0000',
    `Subject: [PATCH] ${first}`,
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const mail = `${headers.join('\n')}\n\n${others.slice(1).join('\n')}---\n f | 1 +\n\ndiff --git a/f b/f\n`;
  const ran = spawnSync('git', ['mailinfo', 'message', 'patch'], { cwd: folder, input: mail, encoding: 'utf8' });
  assert.equal(ran.status, 0, ran.stderr);
  const read = (name: string): string => spawnSync('cat', [name], { cwd: folder, encoding: 'utf8' }).stdout;
  return { subject: /^Subject: (.*)$/m.exec(ran.stdout)?.[1] ?? '', body: read('message'), rest: read('patch') };
};

test('no word of it ends the message or becomes a header when git reads the mail', (t) => {
  if (spawnSync('git', ['--version']).status !== 0) return t.skip('because git is not installed: apt-get install git');
  const folder = mkdtempSync(join(tmpdir(), 'patchling-message-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const line = fc.oneof(
    fc.constantFrom('---', '--- a/file', 'diff -u a b', 'Index: x', 'From: B <b@c>', 'Subject: other', 'Date: now', ''),
    fc.constantFrom('Größe zählt', '>From here', '-- ', '# x', '    code', '- item', 'ordinary words'),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
      const message = commitMessage({ subject, why: lines.join('\n'), what });
      const read = mailed(message, folder);
      assert.equal(read.subject, subject);
      assert.equal(read.body.trimEnd(), message.split('\n').slice(2).join('\n').trimEnd(), message);
      assert.match(read.rest, /^---\n f \| 1 \+/);
    }),
    { numRuns: 60 },
  );
});
