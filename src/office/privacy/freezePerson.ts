import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused } from '../office.ts';

/** Stops that anything is done with a person's data, or takes that back; nothing is erased. */
export async function freezePerson(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { person, frozen }: { readonly person: string; readonly frozen: boolean },
): Promise<{ kind: 'frozen' | 'unfrozen' } | Refused> {
  const permission = mayDo(who, { do: 'change-person', person });
  if (!permission.may) return forbidden(permission);
  const at = office.now();
  await office.db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('person')
      .set({ frozen_at: frozen ? at : null, updated_at: at })
      .where('id', '=', person)
      .where('frozen_at', frozen ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return;
    await appendFact(trx, { kind: frozen ? 'person-frozen' : 'person-unfrozen', at, by: person, about: person });
  });
  return { kind: frozen ? 'frozen' : 'unfrozen' };
}
