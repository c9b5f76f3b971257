import { movableFrom } from '../../core/programme/applicationState.ts';
import { type BatchDecision, MOST_IN_BATCH, sentenceProblem } from '../../core/programme/batch.ts';
import { decisionLetter, decisionMail } from '../../core/programme/decisionLetter.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readMailWords } from '../term/readMailWords.ts';
import { readTerm, type Term } from '../term/readTerms.ts';
import { readPlaces } from './readPlaces.ts';

export interface ToPropose {
  readonly term: string;
  readonly decision: BatchDecision;
  readonly items: readonly { readonly application: string; readonly sentence: string }[];
}

export interface SentenceProblem {
  readonly application: string;
  readonly what: string;
}

export type Proposed =
  | { readonly kind: 'proposed'; readonly id: string }
  | { readonly kind: 'incomplete'; readonly problems: readonly SentenceProblem[] }
  | Refused;

/**
 * One decision for many, with a sentence for each. Nothing is decided yet: each mail is written here, shown as it is, and
 * sent as it was shown once somebody confirms.
 */
export async function proposeBatch(
  office: Pick<Office, 'db' | 'now' | 'newId' | 'address'>,
  who: Asker,
  order: ToPropose,
): Promise<Proposed> {
  const { term: termId, decision, items } = order;
  const permission = mayDo(who, { do: 'decide-applications', term: termId });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const term = await readTerm(office, termId);
  if (!term) return refused('There is no such term.');
  if (items.length === 0) return refused('Nobody was chosen.');
  if (items.length > MOST_IN_BATCH) return refused(`At most ${MOST_IN_BATCH} are decided at once.`);
  const { free } = await readPlaces(office, termId);
  if (decision === 'accept' && items.length > free) return refused(placesWords(items.length, free));
  const problems = items.flatMap(({ application, sentence }) => {
    const what = sentenceProblem(decision, sentence);
    return what === undefined ? [] : [{ application, what }];
  });
  if (problems.length > 0) return { kind: 'incomplete', problems };
  const mails = await mailsFor(office, term, order);
  if (mails.length !== items.length) {
    return refused(
      'Some of them cannot be decided so any more: they were decided, withdrawn or stopped. Choose again.',
    );
  }
  const id = office.newId();
  const at = office.now();
  return office.db.transaction().execute(async (trx): Promise<Proposed> => {
    await trx
      .insertInto('batch')
      .values({
        ...{ id, term: termId, decision, proposed_by: by, proposed_at: at },
        ...{ confirmed_by: null, confirmed_at: null, dropped_at: null },
      })
      .execute();
    const rows = mails.map((mail) => ({ batch: id, ...mail, outcome: null }));
    await trx.insertInto('batch_item').values(rows).execute();
    await appendFact(trx, { kind: 'batch-proposed', at, by, about: id, decision, items: rows.length });
    return { kind: 'proposed', id };
  });
}

export const placesWords = (wanted: number, free: number): string =>
  free === 0
    ? 'No place is free. Somebody has to withdraw first, or an organiser adds places.'
    : `${wanted} are more than the ${free} that are free.`;

async function mailsFor(office: Pick<Office, 'db' | 'now' | 'address'>, term: Term, { decision, items }: ToPropose) {
  const sentences = new Map(items.map(({ application, sentence }) => [application, sentence.trim()]));
  const [people, words] = await Promise.all([
    office.db
      .selectFrom('application')
      .innerJoin('person', 'person.id', 'application.person')
      .where('application.term', '=', term.id)
      .where('application.id', 'in', [...sentences.keys()])
      .where('application.state', 'in', movableFrom(decision))
      .where('person.frozen_at', 'is', null)
      .select(['application.id', 'person.name', 'person.zone'])
      .orderBy('application.sent_at')
      .execute(),
    readMailWords(office, term.id),
  ]);
  const said = { decision, term: `${term.programme.name}, ${term.name}`, starts: term.startsAt };
  const link = `${office.address}/${term.programme.slug}/${term.slug}/application`;
  return people.map((person) => {
    const sentence = sentences.get(person.id) ?? '';
    const head = letterheadOf(office, term.programme.name, person, office.now());
    const mail = decisionLetter(head, { ...said, sentence, link }, words.get(decisionMail[decision]));
    return { application: person.id, sentence, ...mail };
  });
}
