import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { asked, NO_SUCH, submissionOf } from './submissionOf.ts';

/** A mentor gives back what they took: it is the others' again, where it stood. Giving back twice is giving back once. */
export async function giveBack(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly submission: string },
): Promise<{ readonly kind: 'given back' } | Refused> {
  const waiting = await submissionOf(office, order.submission);
  if (!waiting || !mayDo(who, { do: 'read-queue', term: waiting.term }).may) return refused(NO_SUCH);
  if (waiting.takenBy !== who.id) return { kind: 'given back' };
  const permission = mayDo(who, { do: 'decide-submission', submission: { ...asked(waiting), holder: who.id } });
  if (!permission.may) return forbidden(permission);
  const by = who.id ?? '';
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const given = await trx
      .updateTable('submission')
      // Nobody reads an older attempt where a newer one waits.
      .set({ taken_by: null, taken_until: null, state: waiting.hasNewer ? 'replaced' : 'waiting' })
      .where('id', '=', order.submission)
      .where('state', '=', 'waiting')
      .where('taken_by', '=', by)
      .executeTakeFirst();
    if (given.numUpdatedRows === 1n) {
      await appendFact(trx, { kind: 'submission-given-back', at, by, about: order.submission });
    }
    return { kind: 'given back' } as const;
  });
}
