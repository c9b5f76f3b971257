import type { Selectable } from 'kysely';
import type { Asker } from '../../core/programme/role.ts';
import type { ApplicationTable } from '../../edge/db/tables/termTables.ts';
import type { Office } from '../office.ts';

export type Application = Selectable<ApplicationTable>;

/** What one person wrote to one term; undefined before they start. */
export const ownApplication = async (
  { db }: Pick<Office, 'db'>,
  who: Asker,
  term: string,
): Promise<Application | undefined> =>
  db
    .selectFrom('application')
    .selectAll()
    .where('term', '=', term)
    .where('person', '=', who.id ?? '')
    .executeTakeFirst();
