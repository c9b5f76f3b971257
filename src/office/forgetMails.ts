import type { MailOffice } from './mailOffice.ts';

const KEPT = 180 * 24 * 60 * 60_000;

/** Empties the words of mails older than 180 days, out and in; what a submission is made of is kept with it. */
export const forgetMails = async ({ db, now }: Pick<MailOffice, 'db' | 'now'>): Promise<number> => {
  const before = new Date(now().getTime() - KEPT);
  const out = await db
    .updateTable('outbox')
    .set({ text: '', subject: '', response: '' })
    .where('created_at', '<', before)
    .where('text', '<>', '')
    .executeTakeFirst();
  const came = await db
    .updateTable('mail_in')
    .set({ raw: new Uint8Array(), envelope_from: '', peer: '' })
    .where('received_at', '<', before)
    .where((where) => where.not(where('raw', '=', new Uint8Array())))
    .executeTakeFirst();
  return Number(out.numUpdatedRows + came.numUpdatedRows);
};
