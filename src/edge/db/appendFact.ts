import { sql, type Transaction } from 'kysely';
import type { ProgrammeFact } from '../../core/programme/programmeFact.ts';
import type { Schema } from './schema.ts';

/** Appends a fact to the log, in the transaction of what it tells about. */
export async function appendFact(
  trx: Transaction<Schema>,
  { at, by, kind, about, ...body }: ProgrammeFact,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7001)`.execute(trx);
  await sql`
    INSERT INTO decision (seq, at, by, kind, about, body, previous, hash)
    SELECT coalesce(max(seq), 0) + 1, ${at}, ${by}, ${kind}, ${about}, ${JSON.stringify(body)}::jsonb, '', (coalesce(max(seq), 0) + 1)::text
    FROM decision`.execute(trx);
}
