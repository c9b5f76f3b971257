import { sql, type Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { personalData } from '../../edge/db/personalData.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { emptiedRows } from './emptiedRows.ts';

/** What erasing would do to one kind of data. */
export interface ErasePlan {
  readonly what: string;
  readonly rows: number;
  /** `undefined`: it goes whole. */
  readonly stays: string | undefined;
}

/** What goes and what stays, before anything is done. */
export async function planErase({ db }: Pick<Office, 'db'>, person: string): Promise<ErasePlan[]> {
  const plans: ErasePlan[] = [];
  for (const { table, what, of, erase } of personalData) {
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE ${of(person)}`.execute(db);
    const count = rows[0]?.n ?? 0;
    if (count > 0) plans.push({ what, rows: count, stays: erase === 'row' ? undefined : erase.stays });
  }
  return plans;
}

/**
 * Erases a person: what names them and what they wrote, everywhere. Open applications are withdrawn by it. `remember` notes
 * the id outside the database first, so that a backup restored later erases again.
 */
export async function erasePerson(
  office: Pick<Office, 'db' | 'now'> & { remember(person: string): void },
  who: Asker | 'operator',
  { person }: { readonly person: string },
): Promise<{ kind: 'erased' } | Refused> {
  if (who !== 'operator') {
    const permission = mayDo(who, { do: 'erase-person', person });
    if (!permission.may) return forbidden(permission);
  }
  const there = await office.db.selectFrom('person').select('erased_at').where('id', '=', person).executeTakeFirst();
  if (!there) return refused('There is no such person.');
  office.remember(person);
  const at = office.now();
  await office.db.transaction().execute(async (trx) => {
    await eraseRows(trx, person, at);
    if (there.erased_at === null) {
      await appendFact(trx, { kind: 'person-erased', at, by: who === 'operator' ? 'operator' : person, about: person });
    }
  });
  return { kind: 'erased' };
}

/** The erasure itself, also of a restored backup. Twice is once. */
export async function eraseRows(trx: Transaction<Schema>, person: string, at: Date): Promise<void> {
  for (const personal of personalData) await emptiedRows(personal, personal.of(person))?.execute(trx);
  await trx
    .updateTable('application')
    .set({ state: 'withdrawn', withdrawn_at: at })
    .where('person', '=', person)
    .where('state', 'in', ['started', 'sent', 'on the waiting list', 'accepted'])
    .execute();
  await trx
    .updateTable('submission')
    .set({ state: 'replaced' })
    .where('person', '=', person)
    .where('state', '=', 'waiting')
    .execute();
  await trx
    .updateTable('submission')
    .set({ taken_by: null, taken_until: null })
    .where('taken_by', '=', person)
    .where('state', '=', 'waiting')
    .execute();
  await trx
    .insertInto('erasure')
    .values({ person, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.updateTable('person').set({ erased_at: at, updated_at: at }).where('id', '=', person).execute();
}
