import type { ApplicationState } from '../../core/programme/applicationState.ts';
import type { Office } from '../office.ts';

export interface Places {
  readonly places: number;
  readonly accepted: number;
  readonly free: number;
  readonly waiting: number;
  /** Applications, by state. */
  readonly counts: ReadonlyMap<ApplicationState, number>;
}

/** How many have a place, and how many wait for one. */
export async function readPlaces({ db }: Pick<Office, 'db'>, term: string): Promise<Places> {
  const [row, rows] = await Promise.all([
    db.selectFrom('term').select('places').where('id', '=', term).executeTakeFirstOrThrow(),
    db
      .selectFrom('application')
      .where('term', '=', term)
      .groupBy('state')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .execute(),
  ]);
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  const accepted = counts.get('accepted') ?? 0;
  return {
    ...{ places: row.places, accepted, counts, waiting: counts.get('on the waiting list') ?? 0 },
    free: Math.max(0, row.places - accepted),
  };
}
