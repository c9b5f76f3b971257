import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type SmtpScript, scriptedSmtp } from '../../../test/world/scriptedSmtp.ts';
import type { MailOut } from '../../core/programme/mail/mailOut.ts';
import { Trouble } from '../../core/trouble.ts';
import { createMailer } from './mailer.ts';
import { openMailSink } from './mailSink.ts';

const from = { name: 'Kernel mentorship', address: 'programme@mentors.example' };
const mail: MailOut = {
  to: { name: 'Łucja Größe, 日本', address: 'lucja@made.example' },
  subject: 'Accepted: größer als gedacht',
  text: 'Hello Łucja,\n\n.a line that begins with a dot\nFrom here on\n',
  messageId: 'one.1@mentors.example',
  date: new Date('2026-12-01T10:00:00Z'),
};

describe('a mail of ours', () => {
  test('arrives with its names, its text and its marks, and nothing else', async () => {
    const sink = await openMailSink(() => new Date('2026-12-01T10:00:01Z'));
    const answer = await createMailer({ host: '127.0.0.1', port: sink.port, from }).send(mail);
    const [sunk] = sink.mails();
    await sink.close();
    assert.equal(answer.kind, 'accepted');
    assert.ok(sunk);
    assert.deepEqual([sunk.from, sunk.to], [from.address, [mail.to.address]]);
    assert.deepEqual([sunk.subject, sunk.messageId], [mail.subject, mail.messageId]);
    assert.equal(sunk.text.trimEnd(), mail.text.trimEnd());
    const header = Buffer.from(sunk.raw).toString('latin1').split('\r\n\r\n')[0] ?? '';
    assert.match(header, /^Auto-Submitted: auto-generated$/m);
    assert.match(header, /^Date: Tue, 01 Dec 2026 10:00:00 \+0000$/m);
    assert.match(header, /^Content-Type: text\/plain; charset=utf-8$/m);
    const names = [...header.matchAll(/^([\w-]+):/gm)].map(([, name]) => name);
    assert.deepEqual(names.toSorted(), [
      'Auto-Submitted', 'Content-Transfer-Encoding', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID',
      'Subject', 'To',
    ]); // biome-ignore format: words
  });
});

const answers: readonly [string, SmtpScript, string][] = [
  ['taken', {}, 'accepted'],
  ['no such mailbox', { RCPT: '550 5.1.1 no such mailbox' }, 'rejected recipient'],
  ['mailbox full', { RCPT: '452 4.2.2 full' }, 'deferred'],
  ['the sender is not liked', { MAIL: '550 5.7.1 not you' }, 'rejected sender'],
  ['the mail is not liked', { '.': '554 5.6.0 no' }, 'rejected mail'],
  ['a bad sequence', { DATA: '503 5.5.1 no' }, 'deferred'],
  ['later', { '.': '451 4.3.0 later' }, 'deferred'],
  ['grey', { DATA: '451 later' }, 'deferred'],
  ['no greeting', { CONNECT: 'hang up' }, 'deferred'],
  ['not now', { CONNECT: '421 not now' }, 'deferred'],
  ['broken before the mail', { DATA: 'hang up' }, 'deferred'],
  ['broken after the mail', { '.': 'hang up' }, 'in doubt'],
];

describe('what the server says', () => {
  for (const [name, script, wanted] of answers) {
    test(`${name}: ${wanted}`, async () => {
      await using server = await scriptedSmtp(script);
      const answer = await createMailer({ host: '127.0.0.1', port: server.port, from, patience: 3000 }).send(mail);
      assert.equal(answer.kind === 'rejected' ? `rejected ${answer.of}` : answer.kind, wanted);
    });
  }
  test('nobody there: deferred', async () => {
    const server = await scriptedSmtp({});
    await server[Symbol.asyncDispose]();
    const answer = await createMailer({ host: '127.0.0.1', port: server.port, from, patience: 3000 }).send(mail);
    assert.equal(answer.kind, 'deferred');
  });
  test('silence after the mail: in doubt', async () => {
    await using server = await scriptedSmtp({ '.': '250-wait' });
    const answer = await createMailer({ host: '127.0.0.1', port: server.port, from, patience: 300 }).send(mail);
    assert.equal(answer.kind, 'in doubt');
  });
});

const evil = ['a\r\nBcc: eve@made.example', 'a\nb', 'a\rb', 'a\0b', 'a\u2028b', 'a\u0085b'];
const fields: readonly [string, (text: string) => MailOut][] = [
  ['recipient', (text) => ({ ...mail, to: { name: '', address: `${text}@made.example` } })],
  ['recipient’s host', (text) => ({ ...mail, to: { name: '', address: `a@made.example${text}` } })],
  ['name', (text) => ({ ...mail, to: { ...mail.to, name: text } })],
  ['subject', (text) => ({ ...mail, subject: text })],
  ['Message-ID', (text) => ({ ...mail, messageId: `${text}@made.example` })],
  ['return path', (text) => ({ ...mail, returnPath: `${text}@made.example` })],
];

describe('nothing can be put into an envelope or a header', () => {
  for (const [name, make] of fields) {
    test(`by its ${name}`, async () => {
      const mailer = createMailer({ host: '127.0.0.1', port: 1, from });
      for (const text of evil) await assert.rejects(async () => mailer.send(make(text)), Trouble);
    });
  }
  test('by a second recipient', async () => {
    const mailer = createMailer({ host: '127.0.0.1', port: 1, from });
    const several = [
      'a@made.example,b@made.example',
      'a@made.example b@made.example',
      '<a@made.example>',
      'g: a@x.example;',
      '',
    ];
    for (const address of several)
      await assert.rejects(async () => mailer.send({ ...mail, to: { name: '', address } }), Trouble);
  });
  test('by the name for EHLO, or the sender', () => {
    for (const text of evil) {
      assert.throws(() => createMailer({ host: 'x', port: 1, from, ehlo: text }), Trouble);
      assert.throws(() => createMailer({ host: 'x', port: 1, from: { ...from, name: text } }), Trouble);
      assert.throws(
        () => createMailer({ host: 'x', port: 1, from: { name: '', address: `${text}@x.example` } }),
        Trouble,
      );
    }
  });
});
