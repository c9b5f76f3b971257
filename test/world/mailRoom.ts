import type { Kysely } from 'kysely';
import type { Schema } from '../../src/edge/db/schema.ts';
import { openMailReader } from '../../src/edge/mailDoor/mailReader.ts';
import { createMailer } from '../../src/edge/notify/mailer.ts';
import { openMailSink } from '../../src/edge/notify/mailSink.ts';
import type { MailOffice } from '../../src/office/mailOffice.ts';

/** A server's mail room over a real database and a real SMTP sink, with a clock that is set by hand. */
export const mailRoom = async (db: Kysely<Schema>) => {
  const clock = { at: new Date('2026-12-01T10:00:00Z') };
  let ids = 0;
  const now = (): Date => new Date(clock.at);
  const sink = await openMailSink(now);
  const mailReader = openMailReader();
  const from = { name: 'Kernel mentorship', address: 'programme@mentors.example' };
  const office: MailOffice = {
    db,
    now,
    newId: () => `id-${++ids}`,
    mailer: createMailer({ host: '127.0.0.1', port: sink.port, from }),
    mailReader,
    mailSettings: { domain: 'mentors.example', from: from.address, hasDoor: true, secret: new Uint8Array(32).fill(7) },
  };
  return {
    office,
    sink,
    /** The same room with another server to send by. */
    sendingTo: (port: number): MailOffice => ({ ...office, mailer: createMailer({ host: '127.0.0.1', port, from }) }),
    later: (ms: number): void => {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    [Symbol.asyncDispose]: async () => {
      await mailReader.close();
      await sink.close();
    },
  };
};

/** How a mail of the programme begins, for a person of the tests. */
export const letterhead = (now: Date) => ({
  programme: 'Kernel mentorship',
  name: 'Ada Made',
  wishesAt: 'https://mentors.example/me/mails',
  zone: 'Europe/Berlin',
  now,
});
