import type { Transaction } from 'kysely';
import type { MailText } from '../core/programme/mail/letter.ts';
import type { MailKind } from '../core/programme/mail/mailKind.ts';
import { isMailAddress } from '../core/programme/mail/mailOut.ts';
import { oneLine } from '../core/programme/mail/writeLetter.ts';
import type { Schema } from '../edge/db/schema.ts';
import type { Office } from './office.ts';
import { putMail } from './putMail.ts';

/** What a verb needs that writes to people. */
export type Mailing = Pick<Office, 'db' | 'now' | 'newId' | 'address' | 'mailSettings'>;

/** Puts a mail to somebody, at the address that is theirs now; false where they have none, or where it was put before. */
export async function mailPerson(
  trx: Transaction<Schema>,
  office: Mailing,
  order: {
    readonly person: string;
    readonly kind: MailKind;
    readonly mail: MailText;
    readonly key: string;
    readonly until?: Date;
  },
): Promise<boolean> {
  const to = await trx
    .selectFrom('person')
    .select(['address', 'name'])
    .where('id', '=', order.person)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!to?.address || !isMailAddress(to.address)) return false;
  const put = await putMail(trx, office, { ...order, to: { address: to.address, name: oneLine(to.name) } });
  return put.kind === 'put';
}
