import type { Transaction } from 'kysely';
import type { TaskEvidence } from '../../core/evidence/taskEvidence.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { type TaskOrder, taskProblem } from '../../core/programme/taskProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readTerm } from '../term/readTerms.ts';
import { keptText } from './keptText.ts';

/** A new task of a term, after those that are there. */
export async function makeTask(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: TaskOrder & { readonly term: string },
): Promise<{ readonly kind: 'made'; readonly id: string } | Refused> {
  const permission = mayDo(who, { do: 'change-tasks', term: order.term });
  if (!permission.may) return forbidden(permission);
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  const problem = taskProblem(order, term);
  if (problem) return refused(problem);
  return office.db.transaction().execute(async (trx) => {
    const id = await insertTask(trx, office, { ...order, isExtra: false, by: who.id ?? '' });
    return id === undefined ? refused(`This term has a task ${order.slug} already.`) : { kind: 'made', id };
  });
}

/** Puts a task at the end of the order; undefined where the term has one of that name. Asks nobody's permission. */
export async function insertTask(
  trx: Transaction<Schema>,
  office: Pick<Office, 'now' | 'newId'>,
  order: TaskOrder & {
    readonly term: string;
    readonly isExtra: boolean;
    readonly by: string;
    /** What a machine looks at; none: people alone judge it. */
    readonly evidence?: TaskEvidence | null;
  },
): Promise<string | undefined> {
  // Ordinals are counted while nobody adds another.
  await trx.selectFrom('term').select('id').where('id', '=', order.term).forNoKeyUpdate().execute();
  const { last } = await trx
    .selectFrom('task')
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('term', '=', order.term)
    .executeTakeFirstOrThrow();
  const id = office.newId();
  const at = office.now();
  const made = await trx
    .insertInto('task')
    .values({
      ...{ id, term: order.term, ordinal: (last ?? 0) + 1, slug: order.slug, title: keptText(order.title) },
      ...{ words: keptText(order.words), release: order.release, deadline: order.deadline },
      ...{ release_at: order.release === 'at a date' ? order.releaseAt : null, required: order.required },
      ...{ is_extra: order.isExtra, made_at: at, made_by: order.by, retired_at: null },
      evidence: order.evidence ? JSON.stringify(order.evidence) : null,
    })
    .onConflict((conflict) => conflict.columns(['term', 'slug']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return undefined;
  await appendFact(trx, { kind: 'task-made', at, by: order.by, about: id, term: order.term });
  return id;
}
