import type { Transaction } from 'kysely';
import type { ProgrammeFact } from '../../core/programme/programmeFact.ts';
import type { Schema } from './schema.ts';

/** Appends a fact to the log, in the transaction of what it tells about. */
export async function appendFact(
  trx: Transaction<Schema>,
  { at, by, kind, about, ...body }: ProgrammeFact,
): Promise<void> {
  await trx
    .insertInto('decision')
    .values({ at, by, kind, about, body: JSON.stringify(body), previous: '', hash: '' })
    .execute();
}
