import { mayDo } from '../../core/programme/mayDo.ts';
import { mostProblem } from '../../core/programme/mayTake.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';

/** How many a mentor wants at once: said by themselves, or by a lead mentor. */
export async function setMost(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly mentor: string; readonly most: number },
): Promise<{ readonly kind: 'set' } | Refused> {
  const permission = mayDo(who, { do: 'set-most', term: order.term, mentor: order.mentor });
  if (!permission.may) return forbidden(permission);
  const problem = mostProblem(order.most);
  if (problem) return refused(problem);
  return office.db.transaction().execute(async (trx) => {
    const set = await trx
      .updateTable('membership')
      .set({ most: order.most })
      .where('term', '=', order.term)
      .where('person', '=', order.mentor)
      .where('role', 'in', ['mentor', 'lead mentor'])
      .executeTakeFirst();
    if (set.numUpdatedRows === 0n) return refused('This person does not mentor in this term.');
    const { term, mentor, most } = order;
    await appendFact(trx, { kind: 'most-set', at: office.now(), by: who.id ?? '', about: mentor, term, most });
    return { kind: 'set' } as const;
  });
}
