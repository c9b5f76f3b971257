import type { Transaction } from 'kysely';
import type { ProgrammeFact } from '../../core/programme/programmeFact.ts';
import type { Role } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';

/**
 * Gives somebody a role in a term, once. Nobody both mentors and is mentored in one term. `first` is what the log says before
 * it: appended after the role is there, so that others who decide wait for as little as possible.
 */
export async function giveRole(
  trx: Transaction<Schema>,
  { term, person, role, by, at }: { term: string; person: string; role: Role; by: string; at: Date },
  first?: ProgrammeFact,
): Promise<boolean> {
  const given = await trx
    .insertInto('membership')
    .values({ term, person, role, given_at: at, given_by: by, most: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (first) await appendFact(trx, first);
  if (given.numInsertedOrUpdatedRows !== 1n) return false;
  await appendFact(trx, { kind: 'role-given', at, by, about: person, term, role });
  return true;
}
