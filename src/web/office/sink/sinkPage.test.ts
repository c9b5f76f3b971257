import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SunkMail } from '../../../edge/notify/mailSink.ts';
import { mailHtml, sinkHtml } from './sinkPage.ts';

const now = new Date('2026-12-01T10:00:00Z');
const evil = '<script>alert(1)</script>"\'>\u001b[31m\u202e';
const mail: SunkMail = {
  ...{ number: 1, at: now, from: evil, to: [evil], subject: evil, messageId: evil },
  text: `${evil}\nhttps://mentors.example/in/abc?x=1&y=2\njavascript:alert(1) http://a.example/"onclick="x`,
  raw: new Uint8Array(),
};

test('whatever is in a mail is shown and never run', async () => {
  for (const markup of [sinkHtml([mail], 'UTC', now), mailHtml(mail)]) {
    const text = String(await markup);
    assert.doesNotMatch(text, /<script|[\u001b\u202e]|href="javascript|onclick="/);
    assert.match(text, /&lt;script&gt;/);
  }
  const shown = String(await mailHtml(mail));
  assert.match(shown, /<a href="https:\/\/mentors\.example\/in\/abc\?x=1&amp;y=2" rel="noopener nofollow">/);
  assert.equal([...shown.matchAll(/<a /g)].length, 2);
});
