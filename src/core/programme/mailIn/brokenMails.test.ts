import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawnMail } from '../../../../test/world/drawnMail.ts';
import { judgeSentMail } from './judgeSentMail.ts';
import { readSentMail } from './readSentMail.ts';
import { weighMail } from './weighMail.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** What breaks readers of mail: bytes put in, cut out, doubled. */
const splinters = fc.constantFrom(
  '\0', '\r', '\n', '\r\n', '\r\n\r\n', '--', '--b', '=?', '?=', '=?utf-8?b?/w==?=', '=?x?q?=?=', '"', '(', '((((', '<', '>', ',', ';',
  ':', '=', '\xff\xfe', '\x1b[31m', 'Content-Type: multipart/mixed; boundary="b"\r\n', 'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: text/html\r\n', 'Content-Transfer-Encoding: base64\r\n', 'From: a@b, c: d@e;\r\n', 'Date: 99 Foo 99999\r\n',
  'Content-Type: text/plain; charset="made-up"\r\n', 'Content-Type: text/plain; charset*0=a; charset*=b\r\n', '__proto__: x\r\n',
  'Message-ID: <\r\n', 'constructor: y\r\n', 'Content-Disposition: attachment; filename*=utf-8\'\'%ff\r\n',
); // biome-ignore format: pieces
const breaks = fc.array(fc.tuple(fc.nat(), fc.nat(40), splinters), { maxLength: 8 });

const broken = fc.tuple(drawnMail, breaks).map(([mail, all]) =>
  all.reduce(
    (text, [at, cut, piece]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + piece + text.slice(from + cut);
    },
    mail.replaceAll('\n', '\r\n'),
  ),
);

test('no mail, however broken, makes anything throw, and what is kept is text', async () => {
  await fc.assert(
    fc.asyncProperty(broken, fc.constantFrom('task' as const, 'bounce' as const), async (mail, purpose) => {
      const raw = bytes(mail);
      weighMail(raw);
      const read = await readSentMail(raw);
      const verdict = judgeSentMail({ mail: read, purpose, envelopeFrom: 'a@made.example', isOwn: () => false });
      if (verdict.kind !== 'kept') return;
      assert.equal(typeof verdict.statement, 'string');
      for (const file of verdict.files) assert.ok(file.bytes instanceof Uint8Array && file.name.length <= 200);
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 15_000 },
  );
});

/** Of what a reader could look at more than once. */
const floods: readonly [string, (size: number) => string][] = [
  ['blanks in From', (size) => `From: ${' '.repeat(size)}x\r\n\r\n`],
  ['commas in From', (size) => `From: ${'a@b,'.repeat(size / 4)}\r\n\r\n`],
  ['brackets in From', (size) => `From: ${'<'.repeat(size)}\r\n\r\n`],
  ['comments in From', (size) => `From: ${'('.repeat(size)}\r\n\r\n`],
  ['encoded words in Subject', (size) => `Subject: ${'=?utf-8?q?a?= '.repeat(size / 14)}\r\n\r\n`],
  ['half an encoded word', (size) => `Subject: ${'=?'.repeat(size / 2)}\r\n\r\n`],
  ['a Message-ID', (size) => `Message-ID: <${'a'.repeat(size)}\r\n\r\n`],
  ['parameters', (size) => `Content-Type: text/plain; ${'a=b; '.repeat(size / 5)}\r\n\r\n`],
  ['lines', (size) => `\r\n${'\r\n'.repeat(size / 2)}`],
  ['soft lines', (size) => `Content-Type: text/plain; format=flowed\r\n\r\n${'a \r\n'.repeat(size / 4)}`],
  ['quoted-printable', (size) => `Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(size)}`],
  ['base64', (size) => `Content-Transfer-Encoding: base64\r\n\r\n${'=A'.repeat(size / 2)}`],
  ['dashes', (size) => `Content-Type: multipart/mixed; boundary="b"\r\n\r\n${'--b'.repeat(size / 3)}`],
  ['HTML', (size) => `Content-Type: text/html\r\n\r\n${'<a href='.repeat(size / 8)}`],
]; // biome-ignore format: a line each

test('four times as long takes about four times as long, whatever it is of, up to a megabyte', async () => {
  const slow: string[] = [];
  for (const [name, make] of floods) {
    const quarter = await secondsOf(bytes(make(64_000)));
    const whole = await secondsOf(bytes(make(256_000)));
    if (whole > 0.5 && whole > 12 * quarter) slow.push(`${name}: ${quarter.toFixed(2)} s, then ${whole.toFixed(2)} s`);
    else if (whole < 0.3 && (await secondsOf(bytes(make(1_024_000)))) > 4) slow.push(`${name}: a megabyte`);
  }
  assert.deepEqual(slow, []);
});

const secondsOf = async (raw: Uint8Array): Promise<number> => {
  const started = performance.now();
  weighMail(raw);
  judgeSentMail({ mail: await readSentMail(raw), purpose: 'task', envelopeFrom: 'a@made.example', isOwn: () => false });
  return (performance.now() - started) / 1000;
};
