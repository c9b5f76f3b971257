import { isAddressGone } from '../core/programme/mail/afterAnswer.ts';
import type { MailOffice, Trx } from './mailOffice.ts';

/** A report that a mail of ours did not arrive: it is noted, and where the address is gone nothing more goes there. */
export const noteBounce = async (
  trx: Trx,
  { now }: Pick<MailOffice, 'now'>,
  { digest, status }: { readonly digest: string; readonly status: string },
): Promise<void> => {
  const stopped_at = now();
  const mail = await trx
    .updateTable('outbox')
    .set({ state: 'rejected', response: status, answered_at: stopped_at })
    .where('return_digest', '=', digest)
    .where('state', '=', 'accepted')
    .returning(['person', 'address'])
    .executeTakeFirst();
  if (!mail || mail.address === '' || !isAddressGone(status)) return;
  await trx
    .insertInto('mail_stop')
    .values({ address: mail.address.toLowerCase(), person: mail.person, because: status, stopped_at })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ stopped_at, because: status }))
    .execute();
};
