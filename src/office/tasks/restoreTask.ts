import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';

/** Gives a task out again that was retired, at the place in the order that it had: whoever may take it out may do so. */
export async function restoreTask(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { term, task }: { readonly term: string; readonly task: string },
): Promise<{ readonly kind: 'restored' } | Refused> {
  const permission = mayDo(who, { do: 'remove-task', term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  return office.db.transaction().execute(async (trx) => {
    const restored = await trx
      .updateTable('task')
      .set({ retired_at: null })
      .where('id', '=', task)
      .where('term', '=', term)
      .where('retired_at', 'is not', null)
      .executeTakeFirst();
    if (restored.numUpdatedRows !== 1n) return refused('No such task of this term is retired.');
    await appendFact(trx, { kind: 'task-restored', at: office.now(), by, about: task, term });
    return { kind: 'restored' } as const;
  });
}
