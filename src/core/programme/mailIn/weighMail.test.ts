import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRateGate } from './rateGate.ts';
import { weighMail } from './weighMail.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${line(at)}\r\n`).join('');

const HEAD = 'Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
const rows: readonly [string, string, ReturnType<typeof weighMail>][] = [
  ['a plain mail', 'Subject: x\r\n\r\ny\r\n', undefined],
  ['nothing', '', undefined],
  ['no end of line at the end', 'x', undefined],
  ['a bare LF', 'a: b\n\r\nx\r\n', 'bare line end'],
  ['a bare CR', 'a: b\r\n\r\nx\ry\r\n', 'bare line end'],
  ['a CR at the end', 'a: b\r\n\r\nx\r', 'bare line end'],
  ['a LF at the beginning', '\nx', 'bare line end'],
  ['a zero byte', 'a: b\0\r\n', 'zero byte'],
  ['64 KB in a line', `\r\n${'x'.repeat(65_535)}\r\n`, undefined],
  ['more in a line', `\r\n${'x'.repeat(65_536)}\r\n`, 'line too long'],
  ['more in the last line', `\r\n${'x'.repeat(65_537)}`, 'line too long'],
  ['256 KB of header', `${lines(2048, () => 'x'.repeat(126))}\r\n`, undefined],
  ['more of header', `${lines(2049, () => 'x'.repeat(126))}\r\n`, 'header too large'],
  ['as much in the body', `\r\n${lines(4000, () => 'x'.repeat(126))}`, undefined],
  ['200 addresses', `To: a@x.example${',\r\n b@x.example'.repeat(199)}\r\n`, undefined],
  ['201 addresses', `To: a@x.example${',\r\n b@x.example'.repeat(100)}\r\nCc: ${'b@x.example,'.repeat(100)}\r\n\r\n`, 'too many addresses'],
  ['addresses in the body', `\r\n${lines(500, (at) => `${at}@x.example`)}`, undefined],
  ['99 parts', `${HEAD}${lines(99, () => '--b\r\n\r\nx')}--b--\r\n`, undefined],
  ['101 parts', `${HEAD}${lines(101, () => '--b\r\n\r\nx')}--b--\r\n`, 'too many parts'],
  ['101 empty parts', `${HEAD}${lines(101, () => '--b')}`, 'too many parts'],
  ['parts with blanks behind', `${HEAD}${lines(101, (at) => `--b${' '.repeat(at % 3)}`)}`, 'too many parts'],
  ['a patch of many files', `\r\n${lines(500, (at) => `--- a/f${at % 9}\r\n+++ b/f\r\n-x\r\n- -y\r\n--\r\n-- `)}`, undefined],
]; // biome-ignore format: a line each

describe('a mail weighed', () => {
  for (const [name, mail, breach] of rows) test(name, () => assert.equal(weighMail(bytes(mail)), breach));
  test('in a time that grows with its length only, whatever it is of', () => {
    const made = ['\r\n', '--', '--b\r\n', '\r\n.', 'boundary=', 'To: @\r\n ', '--b--\r\n'];
    for (const piece of made) {
      const mail = bytes(piece.repeat(10_000_000 / piece.length));
      const started = performance.now();
      weighMail(mail);
      assert.ok(performance.now() - started < 1000, piece);
    }
  });
});

test('so many in a span for each, and the next one later', () => {
  const gate = createRateGate({ most: 2, span: 1000 }, 2);
  const came = (['a', 'a', 'a', 'b'] as const).map((key, at) => gate.admits(key, at));
  assert.deepEqual(came, [true, true, false, true]);
  assert.equal(gate.admits('a', 1000), true); // the first is out of the span
  assert.equal(gate.admits('a', 1000), false);
});
