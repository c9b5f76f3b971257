import type { Office } from '../office.ts';

/** Who of a term's team said that they know a person too well: as a mentor, or as a reviewer of the application. */
export async function conflictsOf(
  { db }: Pick<Office, 'db'>,
  { term, person }: { readonly term: string; readonly person: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('conflict_of_interest')
    .select('mentor')
    .where('term', '=', term)
    .where('person', '=', person)
    .union(
      db
        .selectFrom('assignment')
        .innerJoin('application', 'application.id', 'assignment.application')
        .select('assignment.reviewer as mentor')
        .where('application.term', '=', term)
        .where('application.person', '=', person)
        .where('assignment.conflict', '=', true),
    )
    .execute();
  return rows.map(({ mentor }) => mentor);
}

/** The people of a term whom somebody of its team knows too well. */
export async function tooClose(
  { db }: Pick<Office, 'db'>,
  { term, mentor }: { readonly term: string; readonly mentor: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('conflict_of_interest')
    .select('person')
    .where('term', '=', term)
    .where('mentor', '=', mentor)
    .union(
      db
        .selectFrom('assignment')
        .innerJoin('application', 'application.id', 'assignment.application')
        .select('application.person')
        .where('application.term', '=', term)
        .where('assignment.reviewer', '=', mentor)
        .where('assignment.conflict', '=', true),
    )
    .execute();
  return new Set(rows.map(({ person }) => person));
}
