import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kysely } from 'kysely';
import { letterhead, mailRoom } from '../../test/world/mailRoom.ts';
import { withDatabase } from '../../test/world/programmeDatabase.ts';
import { beginMail, smtpTalk } from '../../test/world/smtpTalk.ts';
import type { Schema } from '../edge/db/schema.ts';
import { openMailDoor } from '../edge/mailDoor/openMailDoor.ts';
import type { MailedSubmission, MailHooks } from './judgeMail.ts';
import { putMail } from './putMail.ts';
import { judgeMails, receiveMail } from './receiveMail.ts';
import { sendMails } from './sendMails.ts';
import { endTaskAddress, knowsMailAddress, taskAddress } from './taskAddress.ts';

const HOUR = 3_600_000;

/** A mail room with its door open, and somebody who keeps submissions. */
const openRoom = async (db: Kysely<Schema>) => {
  const room = await mailRoom(db);
  const { office } = room;
  const kept: MailedSubmission[] = [];
  const state = { isClosed: false, isBroken: false };
  const hooks: MailHooks = {
    keepSubmission: async (_trx, submission) => {
      if (state.isBroken) throw new Error('the queue is not there');
      if (state.isClosed) return { kind: 'refused', because: 'The task is closed.' };
      kept.push(submission);
      return { kind: 'kept', submission: `submission ${kept.length}` };
    },
    recipientOf: async () => ({ address: 'ada@registered.example', head: letterhead(office.now()) }),
  };
  const door = await openMailDoor({
    port: 0,
    domain: 'mentors.example',
    now: office.now,
    weigh: office.mailReader.weigh,
    accept: async (address) => knowsMailAddress(office, address),
    receive: async (mail) => {
      await receiveMail(office, mail, hooks);
    },
  });
  const address = await db
    .transaction()
    .execute(async (trx) => taskAddress(trx, office, { person: 'ada', task: 'module' }));
  /** By SMTP; the answer's code. */
  const mailTo = async (to: string, mail: string, from?: string): Promise<string> => {
    await using talk = await smtpTalk(door.port);
    const codes = await beginMail(talk, to, from);
    if (codes.at(-1) !== '354') return codes.find((code) => code > '4') ?? '';
    talk.write(`${mail.replaceAll('\n', '\r\n')}\r\n.\r\n`);
    return (await talk.answer()).slice(0, 3);
  };
  const states = async () => {
    const rows = await db
      .selectFrom('mail_in')
      .select(['state', 'because'])
      .orderBy('received_at')
      .orderBy('id')
      .execute();
    return rows.map((row) => `${row.state} ${row.because}`.trim());
  };
  const close = async (): Promise<void> => {
    await door.close();
    await room[Symbol.asyncDispose]();
  };
  return { ...room, address, kept, state, hooks, mailTo, states, [Symbol.asyncDispose]: close };
};

const mail = (id: string, text: string, ...headers: string[]): string =>
  [`From: Eve <eve@made.example>`, `Message-ID: <${id}@made.example>`, 'Subject: made', ...headers, '', text].join(
    '\n',
  );

test('a mail to a person’s address for a task is their submission, whoever its From names; the same mail is one', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await openRoom(db);
    assert.equal(await room.mailTo(room.address, mail('1', 'I built it.')), '250');
    assert.equal(await room.mailTo(room.address.toUpperCase(), mail('1', 'I built it.')), '250');
    assert.equal(await room.mailTo(room.address, mail('2', 'And booted it.')), '250');
    assert.deepEqual(
      room.kept.map(({ person, task, statement }) => [person, task, statement]),
      [
        ['ada', 'module', 'I built it.\n'],
        ['ada', 'module', 'And booted it.\n'],
      ],
    );
    assert.deepEqual(await room.states(), ['submitted', 'duplicate', 'submitted']);
    const raw = await db.selectFrom('mail_in').select('raw').executeTakeFirstOrThrow();
    assert.match(Buffer.from(raw.raw).toString(), /^From: Eve.*I built it\.\r\n$/s);
    assert.equal(room.sink.mails().length, 0); // the tasks' room acknowledges
  }));

test('the same mail twice at once is one submission', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await openRoom(db);
    await Promise.all([1, 2, 3].map(async () => room.mailTo(room.address, mail('1', 'x'))));
    assert.equal(room.kept.length, 1);
    assert.deepEqual((await room.states()).toSorted(), ['duplicate', 'duplicate', 'submitted']);
  }));

test('no mail is taken for an address that was not given, has ended, or is too old', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await openRoom(db);
    const { office } = room;
    const other = room.address.replace(/\+../, '+zz');
    assert.equal(await room.mailTo(other, mail('1', 'x')), '550');
    assert.equal(await room.mailTo('list@vger.example', mail('1', 'x')), '550');
    await db.transaction().execute(async (trx) => endTaskAddress(trx, office, { person: 'ada', task: 'module' }));
    assert.equal(await room.mailTo(room.address, mail('1', 'x')), '550');
    const next = await db
      .transaction()
      .execute(async (trx) =>
        taskAddress(trx, office, { person: 'ada', task: 'module', until: new Date(office.now().getTime() + HOUR) }),
      );
    assert.notEqual(next, room.address);
    assert.equal(await knowsMailAddress(office, next), true);
    room.later(HOUR);
    assert.equal(await knowsMailAddress(office, next), false);
    const kept = JSON.stringify(await db.selectFrom('mail_token').selectAll().execute());
    for (const address of [room.address, next]) assert.ok(!kept.includes(/\+(.*)@/.exec(address)?.[1] ?? ''));
  }));

test('a mail that is refused is answered to the registered address, once an hour, never to a machine', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await openRoom(db);
    const html = (id: string) => mail(id, '<p>x', 'Content-Type: text/html');
    await room.mailTo(room.address, html('1'));
    await room.mailTo(room.address, html('2'));
    await room.mailTo(room.address, mail('3', 'away', 'Auto-Submitted: auto-replied'));
    await room.mailTo(room.address, html('4'), '');
    room.state.isClosed = true;
    await room.mailTo(room.address, mail('5', 'x'));
    await sendMails(room.office);
    assert.deepEqual(
      room.sink.mails().map(({ to, subject }) => [...to, subject]),
      [['ada@registered.example', '[Kernel mentorship] Your mail could not be taken']],
    );
    assert.match(room.sink.mails()[0]?.text ?? '', /HTML part.*git send-email.*email-clients\.rst/s);
    room.later(HOUR);
    await room.mailTo(room.address, mail('6', 'x'));
    await sendMails(room.office);
    assert.equal(room.sink.mails().length, 2);
    // Our own answer, sent back to us, is answered by nothing.
    await room.mailTo(
      room.address,
      Buffer.from(room.sink.mails()[0]?.raw ?? [])
        .toString()
        .replaceAll('\r\n', '\n'),
    );
    const seen = [
      'refused html',
      'refused html',
      'ignored auto-submitted',
      'ignored null sender',
      'refused The task is closed.',
    ];
    assert.deepEqual(await room.states(), [...seen, 'refused The task is closed.', 'ignored own']);
  }));

test('a mail that was kept and not looked into is looked into later, and not for ever', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await openRoom(db);
    room.state.isBroken = true;
    assert.equal(await room.mailTo(room.address, mail('1', 'x')), '250');
    assert.deepEqual(await room.states(), ['received']);
    room.state.isBroken = false;
    assert.equal(await judgeMails(room.office, room.hooks), 1);
    assert.equal(await judgeMails(room.office, room.hooks), 0);
    assert.deepEqual(await room.states(), ['submitted']);
    room.state.isBroken = true;
    await room.mailTo(room.address, mail('2', 'x'));
    for (let tries = 0; tries < 6; tries++) await judgeMails(room.office, room.hooks);
    assert.deepEqual(await room.states(), ['submitted', 'failed looked into too often']);
  }));

test('a report that a mail of ours did not arrive comes back to that mail, and stops the address', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await openRoom(db);
    const { office } = room;
    const order = { person: 'ada', to: { address: 'ada@made.example', name: '' }, kind: 'invitation' } as const;
    await db
      .transaction()
      .execute(async (trx) => putMail(trx, office, { ...order, mail: { subject: 'x', text: 'x' }, key: 'x' }));
    await sendMails(office);
    const returnPath = room.sink.mails()[0]?.from ?? '';
    assert.match(returnPath, /^bounce\+[a-z2-7]{26}@mentors\.example$/);
    const report = [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', '', 'It did not arrive.', '--b',
      'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; x', '', 'Action: failed', 'Status: 5.1.1', '', '--b--',
    ].join('\n'); // biome-ignore format: lines
    assert.equal(await room.mailTo(returnPath, report, ''), '250');
    assert.deepEqual(await room.states(), ['bounce 5.1.1']);
    const out = await db.selectFrom('outbox').select(['state', 'response']).executeTakeFirst();
    assert.deepEqual(out, { state: 'rejected', response: '5.1.1' });
    const stop = await db.selectFrom('mail_stop').select(['address', 'person']).execute();
    assert.deepEqual(stop, [{ address: 'ada@made.example', person: 'ada' }]);
  }));
