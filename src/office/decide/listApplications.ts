import type { ApplicationState, Rating } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

/** An application in the lead mentor's table. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: ApplicationState;
  readonly sentAt: Date | null;
  readonly ratings: readonly Rating[];
  readonly flagged: boolean;
  /** Assigned readers who have not said anything. */
  readonly unread: number;
  readonly readers: number;
  /** In a batch that waits to be confirmed. */
  readonly proposed: boolean;
}

export interface Sought {
  readonly term: string;
  readonly state: ApplicationState;
  /** Only with such a rating, or with none. */
  readonly rated?: Rating | 'not rated' | undefined;
  /** From 1. */
  readonly page: number;
}

export const ON_PAGE = 100;

/**
 * Applications of a term in one state, in the order in which they were sent: never by what was said of them. Undefined for
 * whoever does not decide them.
 */
export async function listApplications(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  { term, state, rated, page }: Sought,
): Promise<{ readonly found: readonly Listed[]; readonly all: number } | undefined> {
  if (!mayDo(who, { do: 'decide-applications', term }).may) return undefined;
  const sought = ofState(db, term, state, rated);
  const [rows, counted] = await Promise.all([
    sought
      .innerJoin('person', 'person.id', 'application.person')
      .select(['application.id', 'application.state', 'application.sent_at', 'person.name'])
      .orderBy('application.sent_at')
      .orderBy('application.id')
      .limit(ON_PAGE)
      .offset((page - 1) * ON_PAGE)
      .execute(),
    sought.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const ids = rows.map(({ id }) => id);
  const said = await saidOf(db, ids);
  return {
    all: Number(counted.count),
    found: rows.map((row) => ({
      ...{ id: row.id, name: row.name, state: row.state, sentAt: row.sent_at },
      ...said(row.id),
    })),
  };
}

function ofState(db: Office['db'], term: string, state: ApplicationState, rated: Sought['rated']) {
  const sought = db
    .selectFrom('application')
    .where('application.term', '=', term)
    .where('state', '=', state)
    .where('application.person', 'not in', (one) =>
      one.selectFrom('person').select('person.id').where('frozen_at', 'is not', null),
    );
  if (rated === undefined) return sought;
  if (rated === 'not rated') {
    return sought.where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('rating').select('rating.reviewer').whereRef('rating.application', '=', 'application.id'))),
    );
  }
  return sought.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('rating')
        .select('rating.reviewer')
        .whereRef('rating.application', '=', 'application.id')
        .where('rating.value', '=', rated),
    ),
  );
}

/** What readers said, and whether somebody proposed something. */
async function saidOf(db: Office['db'], ids: readonly string[]) {
  if (ids.length === 0) return () => ({ ratings: [], flagged: false, unread: 0, readers: 0, proposed: false });
  const [ratings, assignments, proposed] = await Promise.all([
    db.selectFrom('rating').select(['application', 'value', 'flagged']).where('application', 'in', ids).execute(),
    db
      .selectFrom('assignment')
      .select(['application'])
      .where('application', 'in', ids)
      .where('conflict', '=', false)
      .execute(),
    db
      .selectFrom('batch_item')
      .innerJoin('batch', 'batch.id', 'batch_item.batch')
      .select('batch_item.application')
      .where('batch_item.application', 'in', ids)
      .where('batch.confirmed_at', 'is', null)
      .where('batch.dropped_at', 'is', null)
      .execute(),
  ]);
  const rated = Map.groupBy(ratings, ({ application }) => application);
  const assigned = Map.groupBy(assignments, ({ application }) => application);
  const waiting = new Set(proposed.map(({ application }) => application));
  return (id: string) => {
    const given = rated.get(id) ?? [];
    const readers = assigned.get(id)?.length ?? 0;
    return {
      ...{ ratings: given.map(({ value }) => value), flagged: given.some(({ flagged }) => flagged), readers },
      ...{ unread: Math.max(0, readers - given.length), proposed: waiting.has(id) },
    };
  };
}

/** Names of some, with what readers said; only for whoever decides them. */
export async function namesOf(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  { term, ids }: { readonly term: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, { readonly name: string; readonly ratings: readonly Rating[] }>> {
  if (ids.length === 0 || !mayDo(who, { do: 'decide-applications', term }).may) return new Map();
  const [rows, said] = await Promise.all([
    db
      .selectFrom('application')
      .innerJoin('person', 'person.id', 'application.person')
      .where('application.term', '=', term)
      .where('application.id', 'in', ids)
      .select(['application.id', 'person.name'])
      .execute(),
    saidOf(db, ids),
  ]);
  return new Map(rows.map(({ id, name }) => [id, { name, ratings: said(id).ratings }]));
}
