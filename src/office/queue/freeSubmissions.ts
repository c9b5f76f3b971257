import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused } from '../office.ts';

/** A lead mentor puts back what somebody has taken, so that the others get to it. */
export async function freeSubmissions(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly mentor: string },
): Promise<{ readonly kind: 'freed'; readonly count: number } | Refused> {
  const permission = mayDo(who, { do: 'free-submissions', term: order.term });
  if (!permission.may) return forbidden(permission);
  const at = office.now();
  const by = who.id ?? '';
  return office.db.transaction().execute(async (trx) => {
    const freed = await trx
      .updateTable('submission')
      .set({ taken_by: null, taken_until: null })
      .where('state', '=', 'waiting')
      .where('taken_by', '=', order.mentor)
      .where('task', 'in', trx.selectFrom('task').select('id').where('term', '=', order.term))
      .returning('id')
      .execute();
    for (const { id } of freed) await appendFact(trx, { kind: 'submission-freed', at, by, about: id });
    return { kind: 'freed', count: freed.length } as const;
  });
}
