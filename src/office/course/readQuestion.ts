import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';

export interface Question {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly text: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answer: string;
  readonly sharedAs: string | null;
}

/** What the asker has asked in a term, newest first. */
export async function ownQuestions(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly Question[]> {
  if (who.id === undefined) return [];
  const rows = await questions(db, order.term)
    .where('question.person', '=', who.id)
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(asQuestion);
}

/** What waits for an answer in a term, oldest first; nothing for whoever is no mentor there. */
export async function waitingQuestions(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly Question[]> {
  if (who.id === undefined || !mayDo(who, { do: 'read-queue', term: order.term }).may) return [];
  const rows = await questions(db, order.term)
    .where('answered_at', 'is', null)
    .where('question.person', '<>', who.id)
    .where('person.frozen_at', 'is', null)
    .orderBy('asked_at')
    .limit(200)
    .execute();
  return rows.map(asQuestion);
}

/** One question, for a mentor who may answer it. */
export async function readQuestion(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string; readonly question: string },
): Promise<Question | undefined> {
  const row = await questions(db, order.term)
    .where('question.id', '=', order.question)
    .where('person.frozen_at', 'is', null)
    .executeTakeFirst();
  if (!row || !mayDo(who, { do: 'answer-question', term: order.term, owner: row.person }).may) return undefined;
  return asQuestion(row);
}

const questions = (db: Office['db'], term: string) =>
  db
    .selectFrom('question')
    .innerJoin('person', 'person.id', 'question.person')
    .select(['question.id', 'question.person', 'name', 'text', 'asked_at', 'answered_at', 'answer', 'shared_as'])
    .where('term', '=', term);

type Row = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number];

const asQuestion = (row: Row): Question => ({
  ...{ id: row.id, person: row.person, name: row.name, text: row.text, askedAt: row.asked_at },
  ...{ answeredAt: row.answered_at, answer: row.answer, sharedAs: row.shared_as },
});
