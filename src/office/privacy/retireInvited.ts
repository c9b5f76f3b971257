import { retentionClasses } from '../../core/programme/retentionClasses.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Office } from '../office.ts';
import { eraseRows } from './erasePerson.ts';

const days = retentionClasses.find(({ id }) => id === 'invited')?.days ?? 0;

/** Erases whoever was invited, or imported, and never came: the address is somebody's who did not ask to be here. */
export async function retireInvited({ db, now }: Pick<Office, 'db' | 'now'>): Promise<{ readonly erased: number }> {
  const at = now();
  const before = new Date(at.getTime() - days * 86_400_000);
  return db.transaction().execute(async (trx) => {
    const people = await trx
      .selectFrom('person')
      .select('person.id')
      .where('address_proven', '=', false)
      .where('erased_at', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('invitation').select('invitation.id').whereRef('invitation.person', '=', 'person.id')),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('invitation')
              .select('invitation.id')
              .whereRef('invitation.person', '=', 'person.id')
              .where('invitation.until', '>=', before),
          ),
        ),
      )
      .forUpdate()
      .execute();
    for (const { id } of people) {
      // The role goes too: nobody who never came stays in a team.
      await trx.deleteFrom('membership').where('person', '=', id).execute();
      await eraseRows(trx, id, at);
      await appendFact(trx, { kind: 'person-erased', at, by: 'machine', about: id });
    }
    return { erased: people.length };
  });
}
