import { mayDo } from '../../core/programme/mayDo.ts';
import { answeredMail } from '../../core/programme/receivedMail.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Outcome } from '../../core/programme/submissionState.ts';
import { verdictProblem } from '../../core/programme/verdictProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';
import { replaceWaiting } from '../tasks/replaceWaiting.ts';
import { tellPerson } from '../tellPerson.ts';
import { asked, NO_SUCH, workableSubmission } from './submissionOf.ts';

export interface VerdictOrder {
  readonly submission: string;
  readonly outcome: Outcome;
  /** For the person. */
  readonly answer: string;
}

/**
 * A mentor's verdict on what they took, exactly once. A lease that ran out while they wrote is theirs as long as nobody else
 * has taken it.
 */
export async function decideSubmission(
  office: Mailing,
  who: Asker,
  order: VerdictOrder,
): Promise<{ readonly kind: 'decided' } | Refused> {
  const waiting = await workableSubmission(office, order.submission);
  if (!waiting || !mayDo(who, { do: 'read-submission', submission: asked(waiting) }).may) return refused(NO_SUCH);
  const submission = { ...asked(waiting), holder: waiting.takenBy ?? undefined };
  if (waiting.state !== 'waiting') return refused('It is answered already, or a newer attempt has come.');
  const permission = mayDo(who, { do: 'decide-submission', submission });
  if (!permission.may) return forbidden(permission);
  const problem = verdictProblem(order.outcome, order.answer);
  if (problem) return refused(problem);
  const at = office.now();
  const by = who.id ?? '';
  const answer = keptText(order.answer);
  return office.db.transaction().execute(async (trx) => {
    const decided = await trx
      .updateTable('submission')
      .set({ ...{ state: order.outcome, decided_by: by, decided_at: at, answer }, taken_by: null, taken_until: null })
      .where('id', '=', order.submission)
      .where('state', '=', 'waiting')
      .where('taken_by', '=', by)
      .executeTakeFirst();
    if (decided.numUpdatedRows !== 1n) return refused('Another mentor has taken or answered it since.');
    // Once it is accepted, nobody needs to read another attempt at it.
    const { task, person: owner } = waiting;
    if (order.outcome === 'accepted') await replaceWaiting(trx, { task, person: owner, by, at });
    await appendFact(trx, { kind: 'submission-decided', at, by, about: order.submission, outcome: order.outcome });
    const { title, attempt, person } = waiting;
    const words = answeredMail({ title, attempt, outcome: order.outcome, answer });
    await tellPerson(trx, office, {
      person,
      term: waiting.term,
      kind: 'submission-answered',
      about: order.submission,
      ...words,
    });
    return { kind: 'decided' } as const;
  });
}
