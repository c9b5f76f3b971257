import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterhead, mailRoom } from '../../test/world/mailRoom.ts';
import { withDatabase } from '../../test/world/programmeDatabase.ts';
import { scriptedSmtp } from '../../test/world/scriptedSmtp.ts';
import type { PersonMailKind } from '../core/programme/mail/mailKind.ts';
import { listInDoubt } from './listInDoubt.ts';
import { mailHealth } from './mailHealth.ts';
import type { MailOffice } from './mailOffice.ts';
import { mailWishes, setMailWish } from './mailWishes.ts';
import { putDigests } from './putDigests.ts';
import { type PutMail, putMail } from './putMail.ts';
import { sendMails } from './sendMails.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const order = (key: string): PutMail => ({
  person: 'ada',
  to: { address: 'Ada@made.example', name: 'Ada Made' },
  kind: 'application-received',
  mail: { subject: key, text: `Hello Ada,\n\n${key}\n\n-- \nus\n` },
  key,
});
const put = async (office: MailOffice, key: string, more: Partial<PutMail> = {}) =>
  office.db.transaction().execute(async (trx) => putMail(trx, office, { ...order(key), ...more }));
const wish = async (office: MailOffice, kind: PersonMailKind, wanted: 'digest' | 'never') =>
  office.db.transaction().execute(async (trx) => setMailWish(trx, office, { person: 'ada', kind, wish: wanted }));
const statesOf = async ({ db }: MailOffice) => {
  const rows = await db.selectFrom('outbox').select(['put_key', 'state']).orderBy('put_key').execute();
  return Object.fromEntries(rows.map(({ put_key, state }) => [put_key, state]));
};

test('an event puts one mail, however often it is told; the mail goes once; a link to sign in goes first', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await mailRoom(db);
    const { office, sink } = room;
    const puts = await Promise.all([put(office, 'a'), put(office, 'a'), put(office, 'a')]);
    assert.deepEqual(puts.map(({ kind }) => kind).toSorted(), ['put', 'put before', 'put before']);
    await put(office, 'link', { kind: 'sign-in', until: new Date(office.now().getTime() + 10 * MINUTE) });
    const undone = db.transaction().execute(async (trx) => {
      await putMail(trx, office, order('never'));
      throw new Error('what it tells about did not happen');
    });
    await assert.rejects(undone);
    assert.deepEqual(await sendMails(office, { lanes: 1 }), { offered: 2 });
    assert.deepEqual(
      sink
        .mails()
        .map(({ subject }) => subject)
        .toReversed(),
      ['link', 'a'],
    );
    assert.deepEqual(await sendMails(office), { offered: 0 });
    const kept = await db.selectFrom('outbox').select('text').where('kind', '=', 'sign-in').executeTakeFirst();
    assert.equal(kept?.text, ''); // nobody who reads the database gets in by it
    await put(office, 'late link', { kind: 'sign-in', until: office.now() });
    await sendMails(office);
    assert.equal((await statesOf(office))['late link'], 'stopped');
  }));

test('two processes that send at the same time send each mail once', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await mailRoom(db);
    for (let at = 0; at < 20; at++) await put(room.office, `mail ${at}`);
    const sent = await Promise.all([sendMails(room.office), sendMails(room.office)]);
    assert.equal(
      sent.reduce((sum, { offered }) => sum + offered, 0),
      20,
    );
    assert.equal(new Set(room.sink.mails().map(({ messageId }) => messageId)).size, 20);
    assert.equal(room.sink.mails().length, 20);
  }));

test('a mail whose answer was never noted is offered again under its Message-ID, and is listed as in doubt', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await mailRoom(db);
    await put(room.office, 'a');
    await using mute = await scriptedSmtp({ '.': '250-' }); // takes the mail and never says so
    const died = sendMails(room.sendingTo(mute.port), { lanes: 1 });
    while (!mute.commands.includes('.')) await new Promise((done) => setTimeout(done, 5));
    assert.deepEqual(await sendMails(room.office), { offered: 0 }); // it is somebody's
    room.later(10 * MINUTE);
    assert.deepEqual(await sendMails(room.office), { offered: 1 });
    const [doubt] = await listInDoubt(room.office);
    assert.deepEqual([doubt?.state, doubt?.tries, doubt?.doubtedAt], ['accepted', 2, room.office.now()]);
    assert.equal(room.sink.mails()[0]?.messageId, doubt?.messageId);
    mute.hangUp();
    await died; // what it hears too late changes nothing
    assert.deepEqual(await statesOf(room.office), { a: 'accepted' });
    assert.equal((await mailHealth(room.office)).inDoubt, 1);
  }));

test('a mail put off waits longer each time; a line broken after the mail leaves a doubt', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await mailRoom(db);
    await put(room.office, 'a');
    await using busy = await scriptedSmtp({ RCPT: '451 later' });
    await sendMails(room.sendingTo(busy.port));
    room.later(59_000);
    assert.deepEqual(await sendMails(room.office), { offered: 0 });
    await using broken = await scriptedSmtp({ '.': 'hang up' });
    room.later(1000);
    await sendMails(room.sendingTo(broken.port));
    assert.deepEqual(await statesOf(room.office), { a: 'waiting' });
    assert.equal((await listInDoubt(room.office)).length, 1);
    room.later(4 * MINUTE);
    await sendMails(room.office);
    assert.deepEqual(await statesOf(room.office), { a: 'accepted' });
  }));

test('an address that is gone gets nothing more', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await mailRoom(db);
    await put(room.office, 'a');
    await using gone = await scriptedSmtp({ RCPT: '550 5.1.1 no such mailbox' });
    await sendMails(room.sendingTo(gone.port));
    const answer = await put(room.office, 'b', { to: { address: 'ADA@made.example', name: 'Ada' } });
    assert.deepEqual(answer.kind === 'put' && answer.plan, { kind: 'stop', because: 'address suppressed' });
    assert.deepEqual(await statesOf(room.office), { a: 'rejected', b: 'stopped' });
  }));

test('who does not want a kind of mail does not get it; who wants a digest gets one in the morning', (t) =>
  withDatabase(t, async ({ db }) => {
    await using room = await mailRoom(db);
    const { office, sink } = room;
    assert.deepEqual(await wish(office, 'application-declined', 'never'), {
      kind: 'refused',
      because: 'mails of this kind are sent always, each by itself',
    });
    await wish(office, 'invitation', 'never');
    await wish(office, 'task-released', 'digest');
    const said = await mailWishes(office, 'ada');
    assert.deepEqual(
      said.filter(({ wish: one }) => one !== 'wanted').map(({ kind }) => kind),
      ['task-released', 'invitation'],
    );
    await put(office, 'i', { kind: 'invitation' });
    await put(office, 't1', { kind: 'task-released' });
    await put(office, 't2', { kind: 'task-released' });
    const hooks = { recipientOf: async () => ({ address: 'ada@made.example', head: letterhead(office.now()) }) };
    assert.equal(await putDigests(office, hooks), 0);
    assert.deepEqual(await sendMails(office), { offered: 0 });
    room.later(20 * HOUR);
    assert.equal(await putDigests(office, hooks), 1);
    assert.equal(await putDigests(office, hooks), 0);
    await sendMails(office);
    assert.deepEqual(
      sink.mails().map(({ subject }) => subject),
      ['[Kernel mentorship] 2 notices'],
    );
    assert.match(sink.mails()[0]?.text ?? '', /\* t1\n\nt1\n\n\* t2\n/);
  }));
