import type { Selectable } from 'kysely';
import type { TermDates } from '../../core/programme/termDates.ts';
import type { TermTable } from '../../edge/db/tables/termTables.ts';
import type { Office } from '../office.ts';

/** A term as pages and verbs speak of it. */
export interface Term extends TermDates {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly cap: number;
  readonly places: number;
  readonly isPublic: boolean;
  /** Counts up with each change. */
  readonly revision: number;
  readonly eligibility: Selectable<TermTable>['eligibility'];
  readonly programme: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly words: string;
    readonly disclosurePolicy: string;
  };
}

/** All terms, newest first. */
export async function readTerms({ db }: Pick<Office, 'db'>): Promise<Term[]> {
  const rows = await termQuery(db).orderBy('term.opens_at', 'desc').execute();
  return rows.map(asTerm);
}

/** One term by its id; undefined where there is none. */
export async function readTerm({ db }: Pick<Office, 'db'>, id: string): Promise<Term | undefined> {
  const row = await termQuery(db).where('term.id', '=', id).executeTakeFirst();
  return row && asTerm(row);
}

/** One term by the names in its address. */
export async function readTermAt(
  { db }: Pick<Office, 'db'>,
  programme: string,
  slug: string,
): Promise<Term | undefined> {
  const row = await termQuery(db)
    .where('programme.slug', '=', programme)
    .where('term.slug', '=', slug)
    .executeTakeFirst();
  return row && asTerm(row);
}

const termQuery = (db: Office['db']) =>
  db
    .selectFrom('term')
    .innerJoin('programme', 'programme.id', 'term.programme')
    .selectAll('term')
    .select([
      'programme.slug as programme_slug',
      'programme.name as programme_name',
      'programme.words as programme_words',
      'programme.disclosure_policy',
    ]);

type TermRow = Awaited<ReturnType<ReturnType<typeof termQuery>['execute']>>[number];

const asTerm = (row: TermRow): Term => ({
  ...{ id: row.id, slug: row.slug, name: row.name, zone: row.zone, cap: row.cap, places: row.places },
  ...{ opensAt: row.opens_at, closesAt: row.closes_at, tasksUntil: row.tasks_until },
  ...{ startsAt: row.starts_at, endsAt: row.ends_at, isPublic: row.is_public, eligibility: row.eligibility },
  revision: row.revision,
  programme: {
    ...{ id: row.programme, slug: row.programme_slug, name: row.programme_name },
    ...{ words: row.programme_words, disclosurePolicy: row.disclosure_policy },
  },
});
