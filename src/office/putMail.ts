import type { Transaction } from 'kysely';
import type { Schema } from '../edge/db/schema.ts';
import type { Office } from './office.ts';

/** A mail to one person, as a verb wants it said. */
export interface Mail {
  /** The person. */
  readonly to: string;
  readonly kind: string;
  /** What it is about; with `kind` it is one mail, however often it is put there. */
  readonly about: string;
  readonly subject: string;
  readonly text: string;
}

/** Puts a mail into the outbox, in the transaction of what it tells about. */
export async function putMail(
  _trx: Transaction<Schema>,
  _office: Pick<Office, 'now' | 'newId'>,
  _mail: Mail,
): Promise<void> {}
