import { mayDo } from '../../core/programme/mayDo.ts';
import { reordered } from '../../core/programme/reordered.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';

/** Moves a task of a term to a place in the order, from 1. */
export async function orderTasks(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly task: string; readonly place: number },
): Promise<{ readonly kind: 'ordered' } | Refused> {
  const permission = mayDo(who, { do: 'change-tasks', term: order.term });
  if (!permission.may) return forbidden(permission);
  if (!Number.isSafeInteger(order.place)) return refused('A place in the order is a number.');
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    await trx.selectFrom('term').select('id').where('id', '=', order.term).forNoKeyUpdate().execute();
    const rows = await trx
      .selectFrom('task')
      .select(['id', 'ordinal'])
      .where('term', '=', order.term)
      .orderBy('ordinal')
      .orderBy('id')
      .execute();
    if (!rows.some(({ id }) => id === order.task)) return refused('There is no such task.');
    const before = new Map(rows.map(({ id, ordinal }) => [id, ordinal]));
    const ids = reordered([...before.keys()], order.task, order.place);
    for (const [index, id] of ids.entries()) {
      if (before.get(id) === index + 1) continue;
      await trx
        .updateTable('task')
        .set({ ordinal: index + 1 })
        .where('id', '=', id)
        .execute();
      await appendFact(trx, { kind: 'task-changed', at, by: who.id ?? '', about: id, term: order.term });
    }
    return { kind: 'ordered' } as const;
  });
}
