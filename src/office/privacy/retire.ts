import { sql } from 'kysely';
import { retentionClasses } from '../../core/programme/retentionClasses.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { type PersonalTable, personalData } from '../../edge/db/personalData.ts';
import { retentionRules } from '../../edge/db/retentionRules.ts';
import type { Office } from '../office.ts';

const DAY = 86_400_000;

/** Empties what is past its time, as the privacy notice says. Gives how many rows by class; twice a day is as once. */
export async function retire(office: Pick<Office, 'db' | 'now'>): Promise<ReadonlyMap<string, number>> {
  const at = office.now();
  const done = new Map<string, number>();
  await office.db.transaction().execute(async (trx) => {
    for (const { class: name, table, of } of retentionRules) {
      const days = retentionClasses.find(({ id }) => id === name)?.days;
      const personal = personalData.find((one) => one.table === table);
      if (days === undefined || !personal) continue;
      const which = of(new Date(at.getTime() - days * DAY));
      const { numAffectedRows = 0n } = await emptied(personal, which).execute(trx);
      if (numAffectedRows > 0n) done.set(name, (done.get(name) ?? 0) + Number(numAffectedRows));
    }
    for (const [name, rows] of done) {
      await appendFact(trx, { kind: 'data-retired', at, by: 'machine', about: name, rows });
    }
  });
  return done;
}

/** Only rows that still have something in them are touched, so that doing it again changes nothing. */
function emptied({ table, erase }: PersonalTable, which: ReturnType<typeof sql>) {
  if (erase === 'row') return sql`DELETE FROM ${sql.table(table)} WHERE ${which}`;
  const columns = Object.entries(erase.empty);
  const sets = columns.map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const full = columns.map(([column, value]) => sql`${sql.ref(column)} IS DISTINCT FROM ${value}`);
  return sql`UPDATE ${sql.table(table)} SET ${sql.join(sets)} WHERE (${which}) AND (${sql.join(full, sql` OR `)})`;
}
