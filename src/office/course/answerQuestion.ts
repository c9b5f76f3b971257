import { mayDo } from '../../core/programme/mayDo.ts';
import { questionAnsweredMail } from '../../core/programme/receivedMail.ts';
import type { Asker } from '../../core/programme/role.ts';
import { verdictProblem } from '../../core/programme/verdictProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';
import { tellPerson } from '../tellPerson.ts';

const SHARED = 300;

export interface AnswerOrder {
  readonly term: string;
  readonly question: string;
  readonly answer: string;
  /** The question in the mentor's own words, where the answer is kept for all; empty where it stays between the two. */
  readonly sharedAs: string;
}

/** A mentor answers a question, once: the first answer is the answer. */
export async function answerQuestion(
  office: Mailing,
  who: Asker,
  order: AnswerOrder,
): Promise<{ readonly kind: 'answered' } | Refused> {
  const question = await office.db
    .selectFrom('question')
    .select(['id', 'person', 'text'])
    .where('id', '=', order.question)
    .where('term', '=', order.term)
    .executeTakeFirst();
  const permission = mayDo(who, { do: 'answer-question', term: order.term, owner: question?.person ?? '' });
  if (!question || !permission.may || who.id === undefined)
    return question ? forbidden(permission) : refused('There is no such question.');
  const by = who.id;
  const problem = verdictProblem('not yet', order.answer);
  if (problem) return refused(problem);
  const sharedAs = keptText(order.sharedAs).trim();
  if (sharedAs.length > SHARED) return refused(`The question for all has at most ${SHARED} characters.`);
  const answer = keptText(order.answer);
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const answered = await trx
      .updateTable('question')
      .set({ answer, answered_by: by, answered_at: at, shared_as: sharedAs === '' ? null : sharedAs })
      .where('id', '=', question.id)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (answered.numUpdatedRows !== 1n) return refused('Another mentor has answered it since.');
    await appendFact(trx, { kind: 'question-answered', at, by, about: question.id, term: order.term });
    const words = questionAnsweredMail({ question: question.text, answer });
    await tellPerson(trx, office, {
      person: question.person,
      term: order.term,
      kind: 'question-answered',
      about: question.id,
      ...words,
    });
    return { kind: 'answered' } as const;
  });
}
