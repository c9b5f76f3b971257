import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../test/world/freePort.ts';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { newCaller } from '../../../test/world/signInHouse.ts';
import { termWorldOn } from '../../../test/world/termWorld.ts';
import { withTempFolder } from '../../edge/tempFolder.ts';
import { sendRound } from '../../office/sendRound.ts';
import { openOffice } from './openOffice.ts';
import { openServer } from './openServer.ts';
import { serverBackups } from './serverBackups.ts';

const DAY = 86_400_000;

/** The world between the way out and the door: passes a mail on to `door.port`, or takes none. */
const relay = async (door: { port: number }) => {
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    onMailFrom: (_, __, answer) => answer(door.port === 0 ? new Error('not now') : undefined),
    onData: (stream, { envelope }, answer) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.once('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const way = nodemailer.createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true });
        const mail = { envelope: { from: 'relay@made.example', to }, raw: Buffer.concat(pieces) };
        way.sendMail(mail).then(() => answer(), answer);
      });
    },
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) };
};

test('a mail to ourselves goes round by the way out and the door; where it does not, /health says so', async (t) =>
  withDatabase(t, async ({ url }) =>
    withTempFolder(async (data) => {
      const door = { port: 0 };
      const world = await relay(door);
      const address = `http://127.0.0.1:${await freePort()}`;
      let ahead = 0;
      const now = (): Date => new Date(Date.now() + ahead);
      const opened = await openOffice({ data, url, address, domain: 'made.example', now });
      const order = {
        http: Number(new URL(address).port),
        smtp: 0,
        version: 'test',
        mailOut: world.url,
        watchMail: true,
      };
      const notes: string[] = [];
      const server = await openServer(opened, { ...order, note: (line) => void notes.push(line) });
      const caller = newCaller({ origin: address });
      const said = async (words: RegExp, patience = 100): Promise<void> => {
        const { text } = await caller.get('/health');
        if (words.test(text)) return;
        if (patience === 0) assert.match(text, words);
        await delay(50);
        // A form wakes the job that sends.
        await caller.post('/sign-in', { address: 'nobody@made.example' });
        await said(words, patience - 1);
      };
      const { db } = opened.office;
      await sendRound(opened.office);
      await said(/patchling_up 1\n/);
      for (let tries = 0; tries < 100; tries++) {
        const tried = await db.selectFrom('outbox').select('tries').executeTakeFirst();
        if ((tried?.tries ?? 0) > 0) break;
        await delay(50);
      }
      // Nobody takes it, so none came back for longer than an hour.
      ahead = 2 * 3_600_000;
      await said(/no mail to ourselves comes back/);
      await said(/mails do not leave/);
      door.port = server.smtp;
      await sendRound(opened.office);
      await said(/patchling_mail_round_seconds [0-9]\n/);
      // What waited goes again at its own time; then all is well.
      await db.updateTable('outbox').set({ next_at: now() }).where('state', '=', 'waiting').execute();
      await said(/^(?![\s\S]*mails do not leave)(?![\s\S]*comes back)/);
      assert.deepEqual(await db.selectFrom('mail_in').select('id').execute(), [], 'nothing of it is kept, or answered');
      assert.equal((await db.selectFrom('outbox').select('id').where('kind', '<>', 'round').execute()).length, 0);
      ahead += 2 * DAY;
      await sendRound(opened.office);
      assert.equal(
        (await db.selectFrom('mail_round').select('digest').execute()).length,
        1,
        'older ones are forgotten',
      );
      await server.close();
      await world.close();
      assert.deepEqual(notes, []);
    }),
  ));

test('a backup each night, the newest is rehearsed, and what is older than 35 days goes: of ours alone', async (t) =>
  withDatabase(t, async (database) =>
    withTempFolder(async (folder) => {
      const { office, forward, person } = await termWorldOn(database);
      await person('Ada', 'applicant');
      const parts = { office, database: { ...database, isEmbedded: false, close: async () => {} } };
      const backups = serverBackups(parts, folder, 'test');
      const [backUp, rehearse] = backups.jobs;
      assert.ok(backups.isDue());
      await assert.rejects(async () => rehearse?.work(), /there is no backup/);
      await backUp?.work();
      assert.ok(!backups.isDue());
      const [first = ''] = readdirSync(folder);
      assert.equal(first, '2026-11-11T12-00-00Z');
      // Somebody's own: by its name, and by what is in it.
      cpSync(join(folder, first), join(folder, 'before-the-update'), { recursive: true });
      for (const name of ['2026-01-01T00-00-00Z', '2030-01-01T00-00-00Z']) mkdirSync(join(folder, name));
      forward(34 * DAY);
      assert.ok(backups.isDue());
      await backUp?.work();
      forward(2 * DAY);
      await backUp?.work();
      assert.deepEqual(readdirSync(folder).toSorted(), [
        ...['2026-01-01T00-00-00Z', '2026-12-15T12-00-00Z', '2026-12-17T12-00-00Z', '2030-01-01T00-00-00Z'],
        'before-the-update',
      ]);
      await rehearse?.work();
      const anew = serverBackups(parts, folder, 'test').jobs.map(({ since }) => since?.getTime());
      assert.deepEqual(anew, [office.now().getTime(), office.now().getTime()], 'known to a server that starts now');
      rmSync(join(folder, '2026-12-17T12-00-00Z', 'public.person.copy'));
      await assert.rejects(async () => rehearse?.work());
    }),
  ));
