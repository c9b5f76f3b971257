import type { Load } from '../../core/programme/mayTake.ts';
import { mostOf } from '../../core/programme/queueSentence.ts';
import type { Office } from '../office.ts';

/** What a mentor has in hand in a term, and how much they want at most. One submission may be left out of the count. */
export async function loadOf(
  { db, now }: Pick<Office, 'db' | 'now'>,
  term: string,
  mentor: string,
  except = '',
): Promise<Load> {
  const [{ has }, { most }] = await Promise.all([
    db
      .selectFrom('submission')
      .innerJoin('task', 'task.id', 'submission.task')
      .select(({ fn }) => fn.countAll<string>().as('has'))
      .where('term', '=', term)
      .where('state', '=', 'waiting')
      .where('taken_by', '=', mentor)
      .where('taken_until', '>', now())
      .where('submission.id', '<>', except)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('membership')
      .select(({ fn }) => fn.max('most').as('most'))
      .where('term', '=', term)
      .where('person', '=', mentor)
      .where('role', 'in', ['mentor', 'lead mentor'])
      .executeTakeFirstOrThrow(),
  ]);
  return { has: Number(has), most: mostOf(most) };
}
