import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { ProgrammeFact } from '../../core/programme/programmeFact.ts';
import type { Schema } from './schema.ts';

/** Appends a fact to the log, in the transaction of what it tells about. */
export async function appendFact(
  trx: Transaction<Schema>,
  { at, by, kind, about, ...body }: ProgrammeFact,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7430)`.execute(trx);
  const last = await trx
    .selectFrom('decision')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = Number(last?.seq ?? 0) + 1;
  const previous = last?.hash ?? '';
  const hash = createHash('sha256')
    .update(JSON.stringify([previous, seq, at, by, kind, about, body]))
    .digest('hex');
  await trx
    .insertInto('decision')
    .values({ seq, at, by, kind, about, body: JSON.stringify(body), previous, hash })
    .execute();
}
