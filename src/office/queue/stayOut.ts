import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { asked, NO_SUCH, workableSubmission } from './submissionOf.ts';

/** A mentor knows the person too well to judge: what they hand in is the others' from now on, and what was taken goes back. */
export async function stayOut(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly submission: string },
): Promise<{ readonly kind: 'out' } | Refused> {
  const waiting = await workableSubmission(office, order.submission);
  if (!waiting || !mayDo(who, { do: 'read-submission', submission: asked(waiting) }).may) return refused(NO_SUCH);
  const permission = mayDo(who, { do: 'stay-out', submission: asked(waiting) });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const [mentor, at] = [who.id, office.now()];
  const { term, person } = waiting;
  return office.db.transaction().execute(async (trx) => {
    const said = await trx
      .insertInto('conflict_of_interest')
      .values({ term, mentor, person, at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (said.numInsertedOrUpdatedRows !== 1n) return { kind: 'out' } as const;
    await trx
      .updateTable('submission')
      .set({ taken_by: null, taken_until: null })
      .where('state', '=', 'waiting')
      .where('taken_by', '=', mentor)
      .where('person', '=', person)
      .where('task', 'in', (from) => from.selectFrom('task').select('id').where('task.term', '=', term))
      .execute();
    await appendFact(trx, { kind: 'conflict-said', at, by: mentor, about: order.submission, reviewer: mentor });
    return { kind: 'out' } as const;
  });
}
