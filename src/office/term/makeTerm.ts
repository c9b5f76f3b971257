import type { Transaction } from 'kysely';
import type { EligibilityQuestion, TermDates } from '../../core/programme/termDates.ts';
import { datesProblem } from '../../core/programme/termDates.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { type Office, type Refused, refused } from '../office.ts';

export interface TermOrder extends TermDates {
  readonly programme: string;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly cap: number;
  readonly places: number;
  readonly eligibility: readonly EligibilityQuestion[];
  readonly isPublic: boolean;
}

/** A new term of a programme, by an organiser or the server's keeper; whoever makes it is its organiser. */
export async function makeTerm(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  order: TermOrder,
  by: string,
): Promise<{ kind: 'made'; id: string } | Refused> {
  const problem = datesProblem(order);
  if (problem) return refused(problem);
  return office.db.transaction().execute((trx) => insertTerm(trx, office, order, by));
}

/** In a transaction that does more. */
export async function insertTerm(
  trx: Transaction<Schema>,
  office: Pick<Office, 'now' | 'newId'>,
  order: TermOrder,
  by: string,
): Promise<{ kind: 'made'; id: string } | Refused> {
  const id = office.newId();
  const at = office.now();
  const made = await trx
    .insertInto('term')
    .values({
      ...{ id, programme: order.programme, slug: order.slug, name: order.name, zone: order.zone },
      ...{ opens_at: order.opensAt, closes_at: order.closesAt, tasks_until: order.tasksUntil },
      ...{ starts_at: order.startsAt, ends_at: order.endsAt, cap: order.cap, places: order.places },
      ...{ eligibility: JSON.stringify(order.eligibility), is_public: order.isPublic, created_at: at },
    })
    .onConflict((conflict) => conflict.columns(['programme', 'slug']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return refused(`This programme has a term ${order.slug} already.`);
  await appendFact(trx, { kind: 'term-made', at, by, about: id, term: id });
  return { kind: 'made', id };
}
