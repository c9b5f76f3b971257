import type { MailOffice, Trx } from './mailOffice.ts';

/** Takes a person's name, address and words out of all mails, out and in; that there were mails, and when, stays. */
export const eraseMails = async (trx: Trx, { now }: Pick<MailOffice, 'now'>, person: string): Promise<void> => {
  await trx
    .updateTable('outbox')
    .set({ address: '', name: '', subject: '', text: '', response: '', return_digest: null })
    .where('person', '=', person)
    .execute();
  await trx
    .updateTable('outbox')
    .set({ state: 'stopped' })
    .where('person', '=', person)
    .where('state', 'in', ['waiting', 'gathering', 'offered'])
    .execute();
  const tokens = trx.selectFrom('mail_token').select('digest').where('person', '=', person);
  await trx
    .updateTable('mail_in')
    .set({ raw: new Uint8Array(), envelope_from: '', peer: '', message_key: null })
    .where('token', 'in', tokens)
    .execute();
  await trx
    .updateTable('mail_in')
    .set({ state: 'failed', because: 'erased', judged_at: now() })
    .where('token', 'in', tokens)
    .where('state', '=', 'received')
    .execute();
  await trx.deleteFrom('mail_token').where('person', '=', person).execute();
  await trx.deleteFrom('mail_wish').where('person', '=', person).execute();
  await trx.deleteFrom('mail_stop').where('person', '=', person).execute();
  await trx.deleteFrom('mail_answer').where('person', '=', person).execute();
};
