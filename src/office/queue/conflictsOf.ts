import type { Office } from '../office.ts';

type Db = Pick<Office, 'db'>;

/** Who of a term's team said that they know a person too well: as a mentor, or as a reviewer of the application. */
export async function conflictsOf(
  { db }: Db,
  { term, person }: { readonly term: string; readonly person: string },
): Promise<readonly string[]> {
  const rows = await conflictsIn({ db }, term).select('mentor').where('person', '=', person).execute();
  return rows.map(({ mentor }) => mentor);
}

/** The people of a term whom somebody of its team knows too well. */
export async function tooClose(
  { db }: Db,
  { term, mentor }: { readonly term: string; readonly mentor: string },
): Promise<ReadonlySet<string>> {
  const rows = await conflictsIn({ db }, term).select('person').where('mentor', '=', mentor).execute();
  return new Set(rows.map(({ person }) => person));
}

/** All that was said in a term, either way. */
const conflictsIn = ({ db }: Db, term: string) =>
  db.selectFrom(
    db
      .selectFrom('conflict_of_interest')
      .select(['mentor', 'person'])
      .where('term', '=', term)
      .union(
        db
          .selectFrom('assignment')
          .innerJoin('application', 'application.id', 'assignment.application')
          .select(['assignment.reviewer as mentor', 'application.person'])
          .where('application.term', '=', term)
          .where('assignment.conflict', '=', true),
      )
      .as('conflict'),
  );
