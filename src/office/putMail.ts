import type { Transaction } from 'kysely';
import type { MailText } from '../core/programme/mail/letter.ts';
import type { MailKind } from '../core/programme/mail/mailKind.ts';
import type { Schema } from '../edge/db/schema.ts';

/** Puts a mail into the outbox, in the transaction of what it tells about. */
export async function putMail(
  _trx: Transaction<Schema>,
  _order: { readonly person: string; readonly kind: MailKind; readonly mail: MailText; readonly at: Date; readonly id: string },
): Promise<void> {
  await Promise.resolve();
}
