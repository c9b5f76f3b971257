import { retentionClasses } from '../../core/programme/retentionClasses.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { personalData } from '../../edge/db/personalData.ts';
import { retentionRules } from '../../edge/db/retentionRules.ts';
import type { Office } from '../office.ts';
import { emptiedRows } from './emptiedRows.ts';

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
      const numAffectedRows = (await emptiedRows(personal, which)?.execute(trx))?.numAffectedRows ?? 0n;
      if (numAffectedRows > 0n) done.set(name, (done.get(name) ?? 0) + Number(numAffectedRows));
    }
    for (const [name, rows] of done) {
      await appendFact(trx, { kind: 'data-retired', at, by: 'machine', about: name, rows });
    }
  });
  return done;
}
