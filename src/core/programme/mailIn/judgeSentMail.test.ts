import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { howToMend } from './howToMend.ts';
import { judgeSentMail } from './judgeSentMail.ts';
import { readSentMail } from './readSentMail.ts';

const FROM = 'From: Ada Made <ada@made.example>';
const head = (...lines: string[]): string =>
  [FROM, 'Message-ID: <1@made.example>', 'Subject: task', ...lines].join('\n');
const multipart = (kind: string, ...parts: string[]): string =>
  `${head(`Content-Type: multipart/${kind}; boundary="b"`)}\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;
const HTML = 'Content-Type: text/html\n\n<p>done</p>';
const TEXT = 'Content-Type: text/plain\n\ndone';
const FILE = 'Content-Type: text/x-log\nContent-Disposition: attachment; filename="../dmesg.log"\n\n[ 0.1] up';
const from = (line: string): string => `${line}\nMessage-ID: <1@made.example>\n\ndone\n`;
const report = (action: string, status: string): string =>
  multipart(
    'report; report-type=delivery-status',
    TEXT,
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: ${action}\nStatus: ${status}\n`,
  );

/** A name, a mail, what becomes of it. */
const rows: readonly [string, string, string][] = [
  ['plain text', `${head()}\n\ndone\n`, 'kept: "done\\n"'],
  ['base64', `${head('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64')}\n\nZ3LDtsOfZXIK\n`, 'kept: "größer\\n"'],
  ['a file, by no name of a path that counts', multipart('mixed', TEXT, FILE), 'kept: "done\\n" ../dmesg.log text/x-log 10'],
  ['a page as a file', multipart('mixed', TEXT, 'Content-Type: text/html\nContent-Disposition: attachment; filename="x.html"\n\n<p>'), 'kept: "done\\n" x.html text/html 4'],
  ['a mail as a file', multipart('mixed', TEXT, `Content-Type: message/rfc822\n\n${head()}\n\n<p>inner`), 'kept: "done\\n"  message/rfc822 81'],
  ['only a file', multipart('mixed', FILE), 'kept: "" ../dmesg.log text/x-log 10'],
  ['HTML', `${head('Content-Type: text/html')}\n\n<p>done</p>\n`, 'refused: html'],
  ['HTML beside text', multipart('alternative', TEXT, HTML), 'refused: html'],
  ['HTML deep inside', multipart('mixed', `Content-Type: multipart/alternative; boundary="c"\n\n--c\n${TEXT}\n--c\n${HTML}\n--c--`), 'refused: html'],
  ['nothing', `${head()}\n\n \n`, 'refused: empty'],
  ['no From', 'Subject: x\n\ndone\n', 'refused: odd sender'],
  ['two From lines', from(`${FROM}\n${FROM}`), 'refused: odd sender'],
  ['two addresses', from('From: ada@made.example, eve@made.example'), 'refused: odd sender'],
  ['a group', from('From: us: ada@made.example, eve@made.example;'), 'refused: odd sender'],
  ['an empty group', from('From: undisclosed:;'), 'refused: odd sender'],
  ['an encoded address', from('From: =?utf-8?q?ada=40made.example?='), 'refused: odd sender'],
  ['an encoded address in brackets', from('From: Ada <=?utf-8?q?ada=40made.example?=>'), 'refused: odd sender'],
  ['no address', from('From: Ada'), 'refused: odd sender'],
  ['an encoded name', from('From: =?utf-8?q?Gr=C3=B6=C3=9Fe?= <ada@made.example>'), 'kept: "done\\n"'],
  ['parts in parts', Array.from({ length: 25 }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`).join(''), 'refused: nested too deep'],
  ['a machine’s answer', `${head('Auto-Submitted: auto-replied')}\n\nI am away\n`, 'ignored: auto-submitted'],
  ['not a machine’s', `${head('Auto-Submitted: no')}\n\ndone\n`, 'kept: "done\\n"'],
  ['bulk', `${head('Precedence: bulk')}\n\ndone\n`, 'ignored: bulk'],
  ['junk', `${head('PRECEDENCE: Junk')}\n\ndone\n`, 'ignored: bulk'],
  ['a list’s', `${head('Precedence: list')}\n\ndone\n`, 'ignored: list'],
  ['a list’s by its id', `${head('List-Id: <x.vger.example>')}\n\ndone\n`, 'ignored: list'],
  ['our own', `From: Programme <PROGRAMME@mentors.example>\n\ndone\n`, 'ignored: own'],
  ['our own back again', `${FROM}\nMessage-ID: <ours@mentors.example>\n\ndone\n`, 'ignored: own'],
]; // biome-ignore format: a line each

const isOwn = (mail: { messageId?: string; from: { kind: string; address?: string } }): boolean =>
  mail.messageId === 'ours@mentors.example' || mail.from.address?.toLowerCase() === 'programme@mentors.example';

const verdictOf = async (mail: string, more: Partial<Parameters<typeof judgeSentMail>[0]> = {}): Promise<string> => {
  const read = await readSentMail(new TextEncoder().encode(mail));
  const verdict = judgeSentMail({ mail: read, purpose: 'task', envelopeFrom: 'ada@made.example', isOwn, ...more });
  if (verdict.kind === 'bounce') return `bounce: ${verdict.status}`;
  if (verdict.kind !== 'kept') return `${verdict.kind}: ${verdict.because}`;
  const files = verdict.files.map(({ name, type, bytes }) => `${name} ${type} ${bytes.length}`);
  return [`kept: ${JSON.stringify(verdict.statement)}`, ...files].join(' ');
};

for (const ends of ['LF', 'CR LF']) {
  const written = (mail: string): string => (ends === 'LF' ? mail : mail.replaceAll('\n', '\r\n'));
  describe(`a mail, its lines ended by ${ends}`, () => {
    for (const [name, mail, verdict] of rows)
      test(name, async () => assert.equal((await verdictOf(written(mail))).replace(/(rfc822) \d+/, '$1 81'), verdict));
    test('from nobody', async () => {
      assert.equal(await verdictOf(written(rows[0]?.[1] ?? ''), { envelopeFrom: '' }), 'ignored: null sender');
    });
    test('a report that a mail of ours failed, and those that say less', async () => {
      const bounce = { purpose: 'bounce', envelopeFrom: '' } as const;
      assert.equal(await verdictOf(written(report('failed', '5.1.1')), bounce), 'bounce: 5.1.1');
      assert.equal(await verdictOf(written(report('delayed', '4.4.1')), bounce), 'ignored: no bounce');
      assert.equal(await verdictOf(written(report('failed', '4.4.1')), bounce), 'ignored: no bounce');
      assert.equal(await verdictOf(written(`${head()}\n\nbounced 5.1.1\n`), bounce), 'ignored: no bounce');
    });
  });
}

test('a Message-ID that is not exactly one of plain signs is none', async () => {
  const idOf = async (...lines: string[]) => {
    const read = await readSentMail(new TextEncoder().encode(`${lines.join('\n')}\n\nx`));
    return read.kind === 'read' ? read.mail.messageId : 'unreadable';
  };
  assert.equal(await idOf('Message-ID: <a.b-c=d$e@made.example>'), 'a.b-c=d$e@made.example');
  const bad = [
    '<>',
    '<a b@x>',
    '<a@x> <b@x>',
    'a@x',
    '<é@x>',
    '<"><script>@x>',
    `<${'a'.repeat(245)}>`,
    '=?utf-8?q?=3Ca=40x=3E?=',
  ];
  for (const id of bad) assert.equal(await idOf(`Message-ID: ${id}`), undefined, id);
  assert.equal(await idOf('Message-ID: <a@x>', 'Message-Id: <a@x>'), undefined);
});

test('each refusal says why and what to do; of HTML, where the kernel’s own document stands', () => {
  assert.match(howToMend('html').howToMend.join('\n'), /git send-email.*mutt.*Thunderbird.*email-clients\.rst/s);
  for (const because of ['odd sender', 'empty', 'damaged'] as const) {
    const { because: why, howToMend: how } = howToMend(because);
    assert.ok(why.endsWith('.') && how.length > 0);
  }
});
