import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';

const QUESTION_LIMIT = 4000;
const MOST_OPEN = 10;

/** A question to whichever mentor gets to it first. The same words again, while they wait, are the same question. */
export async function askQuestion(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  who: Asker,
  order: { readonly term: string; readonly text: string },
): Promise<{ readonly kind: 'asked'; readonly id: string } | Refused> {
  const permission = mayDo(who, { do: 'ask-question', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const person = who.id;
  const text = keptText(order.text).trim();
  if (text === '') return refused('There is no question in it.');
  if (text.length > QUESTION_LIMIT) return refused(`A question has at most ${QUESTION_LIMIT} characters.`);
  return office.db.transaction().execute(async (trx) => {
    await trx.selectFrom('person').select('id').where('id', '=', person).forNoKeyUpdate().execute();
    const open = await trx
      .selectFrom('question')
      .select(['id', 'text'])
      .where('term', '=', order.term)
      .where('person', '=', person)
      .where('answered_at', 'is', null)
      .execute();
    const same = open.find((one) => one.text === text);
    if (same) return { kind: 'asked', id: same.id } as const;
    if (open.length >= MOST_OPEN)
      return refused(`${MOST_OPEN} questions of yours wait already: an answer comes first.`);
    const id = office.newId();
    const at = office.now();
    await trx
      .insertInto('question')
      .values({ id, term: order.term, person, text, asked_at: at, answered_by: null, answered_at: null, answer: '' })
      .execute();
    await appendFact(trx, { kind: 'question-asked', at, by: person, about: id, term: order.term });
    return { kind: 'asked', id } as const;
  });
}
