import type { Selectable } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { SubsystemChoiceTable } from '../../edge/db/tables/taskTables.ts';
import type { Office } from '../office.ts';

export type Choice = Selectable<SubsystemChoiceTable>;

/** What a mentee has chosen, and left, in a term, in the order in which they did. */
export async function readChoices(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly Choice[]> {
  if (who.id === undefined || !mayDo(who, { do: 'choose-subsystems', term: order.term }).may) return [];
  return db
    .selectFrom('subsystem_choice')
    .selectAll()
    .where('term', '=', order.term)
    .where('person', '=', who.id)
    .orderBy('chosen_at')
    .execute();
}
