import type { Office } from '../office.ts';

/** Who reads an application, as permissions ask about it. */
export interface ReadersOf {
  readonly reviewers: readonly string[];
  readonly conflicts: readonly string[];
}

const nobody: ReadersOf = { reviewers: [], conflicts: [] };

/** The readers of every application of a term that has any; for the others there is nobody. */
export async function readersIn(
  { db }: Pick<Office, 'db'>,
  term: string,
): Promise<{ of(application: string): ReadersOf }> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('application', 'application.id', 'assignment.application')
    .where('application.term', '=', term)
    .select(['assignment.application', 'assignment.reviewer', 'assignment.conflict'])
    .orderBy('assignment.at')
    .orderBy('assignment.reviewer')
    .execute();
  const byApplication = Map.groupBy(rows, (row) => row.application);
  return { of: (application) => readers(byApplication.get(application) ?? []) };
}

/** Of one application. */
export async function readersOf({ db }: Pick<Office, 'db'>, application: string): Promise<ReadersOf> {
  const rows = await db
    .selectFrom('assignment')
    .where('application', '=', application)
    .select(['reviewer', 'conflict'])
    .orderBy('at')
    .orderBy('reviewer')
    .execute();
  return readers(rows);
}

const readers = (rows: readonly { readonly reviewer: string; readonly conflict: boolean }[]): ReadersOf =>
  rows.length === 0
    ? nobody
    : {
        reviewers: rows.map(({ reviewer }) => reviewer),
        conflicts: rows.filter(({ conflict }) => conflict).map(({ reviewer }) => reviewer),
      };
