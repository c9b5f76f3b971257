import type { Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker, Role } from '../../core/programme/role.ts';
import { spreadReviewers } from '../../core/programme/spreadReviewers.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readersIn } from './readersOf.ts';

export const reviewingRoles: readonly Role[] = ['reviewer', 'mentor', 'lead mentor'];

/** Spreads what was sent evenly over reviewers, so that each application has so many readers. */
export async function assignReviewers(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly reviewers: readonly string[]; readonly each: number; readonly seed: string },
): Promise<{ readonly kind: 'assigned'; readonly assigned: number; readonly short: number } | Refused> {
  const permission = mayDo(who, { do: 'assign-reviewers', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const { each } = order;
  if (!Number.isSafeInteger(each) || each < 1 || each > 10) return refused('Each is read by one to ten people.');
  return office.db.transaction().execute(async (trx) => {
    // One assigning at a time in a term: two at once would each fill the same gaps.
    await trx.selectFrom('term').select('id').where('id', '=', order.term).forNoKeyUpdate().execute();
    const reviewers = (await reviewersOf(trx, order.term)).filter((id) => order.reviewers.includes(id));
    if (reviewers.length === 0) return refused('Choose at least one reviewer of this term.');
    const [readers, applications] = await Promise.all([readersIn({ db: trx }, order.term), waiting(trx, order.term)]);
    const load = await loads(trx, order.term);
    const { assignments, short } = spreadReviewers({
      ...{ reviewers, load, each, seed: order.seed },
      applications: applications.map(({ id, person }) => ({ id, owner: person, ...readers.of(id) })),
    });
    await assign(trx, assignments, { by, at: office.now() });
    return { kind: 'assigned', assigned: assignments.length, short: short.length } as const;
  });
}

/** Who may read applications of a term, always in the same order. */
export async function reviewersOf(db: Office['db'], term: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('person')
    .distinct()
    .where('term', '=', term)
    .where('role', 'in', reviewingRoles)
    .orderBy('person')
    .execute();
  return rows.map(({ person }) => person);
}

export async function assign(
  trx: Transaction<Schema>,
  assignments: readonly { readonly application: string; readonly reviewer: string }[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  for (const { application, reviewer } of assignments) {
    const put = await trx
      .insertInto('assignment')
      .values({ application, reviewer, at, by, conflict: false })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (put.numInsertedOrUpdatedRows !== 1n) continue;
    await appendFact(trx, { kind: 'reviewer-assigned', at, by, about: application, reviewer });
  }
}

const waiting = (db: Office['db'], term: string) =>
  db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.person')
    .select(['application.id', 'application.person'])
    .where('term', '=', term)
    .where('state', '=', 'sent')
    .where('person.frozen_at', 'is', null)
    .orderBy('sent_at')
    .orderBy('application.id')
    .execute();

/** What each has to read still. */
export async function loads(db: Office['db'], term: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('application', 'application.id', 'assignment.application')
    .leftJoin('rating', (join) =>
      join
        .onRef('rating.application', '=', 'assignment.application')
        .onRef('rating.reviewer', '=', 'assignment.reviewer'),
    )
    .where('application.term', '=', term)
    .where('application.state', 'in', ['sent', 'on the waiting list'])
    .where('assignment.conflict', '=', false)
    .where('rating.reviewer', 'is', null)
    .groupBy('assignment.reviewer')
    .select(({ fn }) => ['assignment.reviewer', fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ reviewer, count }) => [reviewer, Number(count)]));
}
