import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMailReader } from './mailReader.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('mails are read beside the server, each by itself, and one that takes too long stops no other', async () => {
  const reader = openMailReader({ patience: 5000 });
  const mails = await Promise.all(
    ['one', 'two'].map(async (text) => reader.read(bytes(`Subject: ${text}\r\n\r\n${text}\r\n`))),
  );
  assert.deepEqual(
    mails.map((read) => (read.kind === 'read' ? [read.mail.subject, read.mail.text] : [])),
    [
      ['one', 'one\n'],
      ['two', 'two\n'],
    ],
  );
  await reader.close();

  const hasty = openMailReader({ patience: 1 });
  assert.deepEqual(await hasty.read(bytes('x: y\r\n'.repeat(10_000))), { kind: 'unreadable', because: 'too slow' });
  await hasty.close();
});

test('the server goes on while two megabytes are read', async () => {
  const reader = openMailReader();
  await reader.read(bytes('\r\n')); // the thread has started
  let longest = 0;
  let last = performance.now();
  const tick = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const read = await reader.read(bytes(`Content-Type: text/plain\r\n\r\n${`${'x '.repeat(35)}\r\n`.repeat(28_000)}`));
  clearInterval(tick);
  await reader.close();
  assert.equal(read.kind, 'read');
  assert.ok(longest < 200, `${longest.toFixed()} ms without a turn`);
});
