import { mayDo } from '../../core/programme/mayDo.ts';
import type { Load } from '../../core/programme/mayTake.ts';
import { mostOf } from '../../core/programme/queueSentence.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

export interface MentorLoad extends Load {
  readonly id: string;
  readonly name: string;
}

/** Who mentors in a term, by name, and what each has in hand; undefined for whoever is no mentor there. */
export async function readLoads(
  { db, now }: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly MentorLoad[] | undefined> {
  if (!mayDo(who, { do: 'read-queue', term: order.term }).may) return undefined;
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name'])
    .select(({ fn }) => fn.max('most').as('most'))
    .select(({ selectFrom }) =>
      selectFrom('submission')
        .innerJoin('task', 'task.id', 'submission.task')
        .select(({ fn }) => fn.countAll<string>().as('has'))
        .where('task.term', '=', order.term)
        .where('state', '=', 'waiting')
        .whereRef('taken_by', '=', 'person.id')
        .where('taken_until', '>', now())
        .as('has'),
    )
    .where('membership.term', '=', order.term)
    .where('role', 'in', ['mentor', 'lead mentor'])
    .groupBy(['person.id', 'person.name'])
    .orderBy('person.name')
    .execute();
  return rows.map(({ id, name, most, has }) => ({ id, name, most: mostOf(most), has: Number(has) }));
}
