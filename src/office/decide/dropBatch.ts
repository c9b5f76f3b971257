import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';

/** Takes a proposed decision back before it is carried out. Any lead mentor may. */
export async function dropBatch(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  { batch: id }: { readonly batch: string },
): Promise<{ readonly kind: 'dropped' } | Refused> {
  const batch = await office.db
    .selectFrom('batch')
    .select(['term', 'decision'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!batch) return refused('There is no such proposal.');
  const permission = mayDo(who, { do: 'decide-applications', term: batch.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const dropped = await trx
      .updateTable('batch')
      .set({ dropped_at: at })
      .where('id', '=', id)
      .where('confirmed_at', 'is', null)
      .where('dropped_at', 'is', null)
      .executeTakeFirst();
    if (dropped.numUpdatedRows !== 1n) return refused('It was carried out or dropped already.');
    const { count } = await trx
      .selectFrom('batch_item')
      .where('batch', '=', id)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const { decision } = batch;
    await appendFact(trx, { kind: 'batch-dropped', at, by, about: id, decision, items: Number(count) });
    return { kind: 'dropped' } as const;
  });
}
