import type { Transaction } from 'kysely';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';

/** Takes a person's waiting attempts at a task out of the queue; with `unread`, only those that no mentor has now. */
export async function replaceWaiting(
  trx: Transaction<Schema>,
  { task, person, by, at, unread = false }: { task: string; person: string; by: string; at: Date; unread?: boolean },
): Promise<void> {
  const waiting = trx
    .updateTable('submission')
    .set({ state: 'replaced', taken_by: null, taken_until: null })
    .where('task', '=', task)
    .where('person', '=', person)
    .where('state', '=', 'waiting')
    .returning('id');
  const which = unread
    ? waiting.where((where) => where.or([where('taken_until', 'is', null), where('taken_until', '<=', at)]))
    : waiting;
  for (const { id } of await which.execute()) {
    await appendFact(trx, { kind: 'submission-replaced', at, by, about: id });
  }
}
