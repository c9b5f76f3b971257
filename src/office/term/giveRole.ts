import type { Transaction } from 'kysely';
import type { Role } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';

/** Gives somebody a role in a term, once. Nobody both mentors and is mentored in one term. */
export async function giveRole(
  trx: Transaction<Schema>,
  { term, person, role, by, at }: { term: string; person: string; role: Role; by: string; at: Date },
): Promise<boolean> {
  const given = await trx
    .insertInto('membership')
    .values({ term, person, role, given_at: at, given_by: by, most: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (given.numInsertedOrUpdatedRows !== 1n) return false;
  await appendFact(trx, { kind: 'role-given', at, by, about: person, term, role });
  return true;
}
