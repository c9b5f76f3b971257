import { mayDo } from '../../core/programme/mayDo.ts';
import { answeredMail } from '../../core/programme/receivedMail.ts';
import type { Asker } from '../../core/programme/role.ts';
import { outcomes } from '../../core/programme/submissionState.ts';
import { reasonProblem } from '../../core/programme/taskProblem.ts';
import { verdictProblem } from '../../core/programme/verdictProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';
import { tellPerson } from '../tellPerson.ts';
import type { VerdictOrder } from './decideSubmission.ts';
import { asked, NO_SUCH, workableSubmission } from './submissionOf.ts';

/** Another mentor decides otherwise, with a reason that the person reads. What was said before is kept. */
export async function overrideVerdict(
  office: Mailing,
  who: Asker,
  order: VerdictOrder & { readonly reason: string },
): Promise<{ readonly kind: 'overridden' } | Refused> {
  const submission = await workableSubmission(office, order.submission);
  if (!submission || !mayDo(who, { do: 'read-submission', submission: asked(submission) }).may) return refused(NO_SUCH);
  const { decidedBy, decidedAt } = submission;
  const before = outcomes.find((outcome) => outcome === submission.state);
  if (!before || !decidedAt) return refused('There is no verdict yet that could be changed.');
  const judge = { decidedBy: decidedBy ?? 'machine' };
  const permission = mayDo(who, { do: 'override-verdict', submission: asked(submission), ...judge });
  if (!permission.may) return forbidden(permission);
  if (before === order.outcome) return refused('That is what was decided.');
  const problem = reasonProblem(order.reason) ?? verdictProblem(order.outcome, order.answer);
  if (problem) return refused(problem);
  const at = office.now();
  const by = who.id ?? '';
  const answer = keptText(order.answer);
  const reason = keptText(order.reason);
  return office.db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('submission')
      .set({ state: order.outcome, decided_by: by, decided_at: at, answer, override_reason: reason })
      .where('id', '=', submission.id)
      .where('state', '=', before)
      .where('decided_by', 'is not distinct from', decidedBy)
      .where('decided_at', '=', decidedAt)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return refused('Somebody else has changed it since: look at it again.');
    await trx
      .insertInto('earlier_verdict')
      .values({
        ...{ submission: submission.id, decided_at: decidedAt, decided_by: decidedBy, outcome: before },
        answer: submission.answer,
      })
      .execute();
    await appendFact(trx, { kind: 'verdict-overridden', at, by, about: submission.id, outcome: order.outcome });
    const { title, attempt, person } = submission;
    const words = answeredMail({ title, attempt, outcome: order.outcome, answer, reason });
    const about = `${submission.id} ${at.toISOString()}`;
    await tellPerson(trx, office, { person, term: submission.term, kind: 'submission-answered', about, ...words });
    return { kind: 'overridden' } as const;
  });
}
