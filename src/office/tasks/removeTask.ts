import type { Transaction } from 'kysely';
import { mayDo } from '../../core/programme/mayDo.ts';
import { isRetireReason } from '../../core/programme/retireReason.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';

/**
 * Takes a task out of a term. While nobody has handed in anything for it, it is deleted; else it is retired: given to nobody
 * any more, while what was handed in stays and is answered.
 */
export async function removeTask(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly task: string; readonly reason: string },
): Promise<{ readonly kind: 'deleted' | 'retired' } | Refused> {
  const permission = mayDo(who, { do: 'remove-task', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const { reason, task: id, term } = order;
  const by = who.id;
  if (!isRetireReason(reason)) return refused('Say why: it stands in the log.');
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    await trx.selectFrom('term').select('id').where('id', '=', term).forNoKeyUpdate().execute();
    // Whoever hands in at this moment holds the row, and is waited for.
    const task = await trx
      .selectFrom('task')
      .select('retired_at')
      .where('id', '=', id)
      .where('term', '=', term)
      .forUpdate()
      .executeTakeFirst();
    if (!task) return refused('There is no such task.');
    if (task.retired_at !== null) return refused('It is retired already.');
    const attempt = await trx.selectFrom('submission').select('id').where('task', '=', id).limit(1).executeTakeFirst();
    const kind = attempt ? 'retired' : 'deleted';
    await appendFact(trx, { kind: `task-${kind}`, at, by, about: id, term, reason });
    if (attempt) await trx.updateTable('task').set({ retired_at: at }).where('id', '=', id).execute();
    else await deleteTask(trx, term, id);
    // Its mail addresses take nothing any more.
    await trx
      .updateTable('mail_token')
      .set({ ended_at: at })
      .where('task', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    return { kind } as const;
  });
}

async function deleteTask(trx: Transaction<Schema>, term: string, id: string): Promise<void> {
  for (const table of ['task_person', 'extension'] as const) {
    await trx.deleteFrom(table).where('task', '=', id).execute();
  }
  const gone = await trx.deleteFrom('task').where('id', '=', id).returning('ordinal').executeTakeFirst();
  // The order has no gaps: a place in it is a number that people type.
  await trx
    .updateTable('task')
    .set(({ eb }) => ({ ordinal: eb('ordinal', '-', 1) }))
    .where('term', '=', term)
    .where('ordinal', '>', gone?.ordinal ?? 0)
    .execute();
}
