import { mailAddressOf, mailTokenDigest, secretToken } from '../core/programme/mailAddress.ts';
import type { MailOffice } from './mailOffice.ts';
import { putMail } from './putMail.ts';

type Part = Pick<MailOffice, 'db' | 'now' | 'newId' | 'mailSettings'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Sends a mail to ourselves, by the way that all mails leave; what is told of earlier ones is forgotten after a day. */
export const sendRound = async (office: Part): Promise<void> => {
  const { db, now, mailSettings } = office;
  const at = now();
  const id = office.newId();
  const token = secretToken(mailSettings.secret, 'round', id);
  await db.transaction().execute(async (trx) => {
    const before = new Date(at.getTime() - DAY);
    await trx.deleteFrom('mail_round').where('sent_at', '<', before).execute();
    await trx.deleteFrom('outbox').where('kind', '=', 'round').where('created_at', '<', before).execute();
    // One that was refused for good: its address is asked for never again.
    await trx.deleteFrom('mail_stop').where('address', 'like', 'round+%').execute();
    await trx
      .insertInto('mail_round')
      .values({ digest: mailTokenDigest(token), sent_at: at, back_at: null })
      .execute();
    const to = { address: mailAddressOf('round', token, mailSettings.domain), name: '' };
    const text = 'This mail of a server to itself shows that mails come and go. It is answered by nobody.\n';
    const mail = { subject: 'A mail that goes round', text };
    await putMail(trx, office, { to, kind: 'round', mail, key: `round:${id}`, until: new Date(at.getTime() + HOUR) });
  });
};

/** One came back: the first time counts. Nothing is kept of it, and nothing answered. */
export const noteRound = async ({ db, now }: Pick<Part, 'db' | 'now'>, digest: string): Promise<void> => {
  const back = db.updateTable('mail_round').set({ back_at: now() }).where('digest', '=', digest);
  await back.where('back_at', 'is', null).execute();
};

/** When one came back last. */
export const lastRound = async ({ db }: Pick<Part, 'db'>): Promise<Date | undefined> => {
  const row = await db
    .selectFrom('mail_round')
    .select(({ fn }) => fn.max('back_at').as('back'))
    .executeTakeFirst();
  return row?.back ?? undefined;
};
