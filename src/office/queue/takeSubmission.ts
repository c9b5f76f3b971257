import { mayDo } from '../../core/programme/mayDo.ts';
import { mayTake } from '../../core/programme/mayTake.ts';
import type { Asker } from '../../core/programme/role.ts';
import { LEASE_MINUTES } from '../../core/programme/submissionState.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { loadOf } from './loadOf.ts';
import { asked, NO_SUCH, workableSubmission } from './submissionOf.ts';

export type Taken = { readonly kind: 'taken'; readonly until: Date } | { readonly kind: 'gone' } | Refused;

/** A mentor takes a submission for a while. `gone`: another was quicker, or it is answered. */
export async function takeSubmission(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly submission: string },
): Promise<Taken> {
  const waiting = await workableSubmission(office, order.submission);
  if (!waiting || who.id === undefined) return refused(NO_SUCH);
  const by = who.id;
  // Whether another has it is asked again below, of the row itself: here it would only be older.
  const permission = mayDo(who, { do: 'take-submission', submission: { ...asked(waiting), holder: undefined } });
  if (!permission.may) return forbidden(permission);
  if (waiting.hasNewer && waiting.holder !== by) return { kind: 'gone' };
  return office.db.transaction().execute(async (trx): Promise<Taken> => {
    // One take at a time for a mentor: what they have is counted while they take nothing else.
    await trx
      .selectFrom('membership')
      .select('person')
      .where('term', '=', waiting.term)
      .where('person', '=', by)
      .forNoKeyUpdate()
      .execute();
    const at = office.now();
    const load = await loadOf({ db: trx, now: () => at }, waiting.term, by, order.submission);
    const decided = mayTake(load);
    if (decided.kind === 'refused') return decided;
    const until = new Date(at.getTime() + LEASE_MINUTES * 60_000);
    const taken = await trx
      .updateTable('submission')
      .set({ taken_by: by, taken_until: until })
      .where('id', '=', order.submission)
      .where('state', '=', 'waiting')
      .where((where) =>
        where.or([where('taken_until', 'is', null), where('taken_until', '<=', at), where('taken_by', '=', by)]),
      )
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) return { kind: 'gone' };
    await appendFact(trx, { kind: 'submission-taken', at, by, about: order.submission });
    return { kind: 'taken', until };
  });
}
