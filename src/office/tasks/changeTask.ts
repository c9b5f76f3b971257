import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { type TaskOrder, taskProblem } from '../../core/programme/taskProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readTerm } from '../term/readTerms.ts';
import { keptText } from './keptText.ts';

/** Changes a task for all who have it. What was handed in, and was late or in time, stays as it was judged. */
export async function changeTask(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: TaskOrder & { readonly term: string; readonly task: string },
): Promise<{ readonly kind: 'changed' } | Refused> {
  const permission = mayDo(who, { do: 'change-tasks', term: order.term });
  if (!permission.may) return forbidden(permission);
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  const problem = taskProblem(order, term);
  if (problem) return refused(problem);
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    await trx.selectFrom('term').select('id').where('id', '=', order.term).forNoKeyUpdate().execute();
    const other = await trx
      .selectFrom('task')
      .select('id')
      .where('term', '=', order.term)
      .where('slug', '=', order.slug)
      .where('id', '<>', order.task)
      .executeTakeFirst();
    if (other) return refused(`This term has another task ${order.slug} already.`);
    const changed = await trx
      .updateTable('task')
      .set({
        ...{ slug: order.slug, title: keptText(order.title), words: keptText(order.words), release: order.release },
        ...{ release_at: order.release === 'at a date' ? order.releaseAt : null },
        ...{ deadline: order.deadline, required: order.required },
      })
      .where('id', '=', order.task)
      .where('term', '=', order.term)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return refused('There is no such task.');
    await appendFact(trx, { kind: 'task-changed', at, by: who.id ?? '', about: order.task, term: order.term });
    return { kind: 'changed' } as const;
  });
}
