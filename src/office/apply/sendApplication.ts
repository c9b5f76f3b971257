import type { Transaction } from 'kysely';
import { maySend, movableFrom } from '../../core/programme/applicationState.ts';
import { notEligible, type WordsProblem, wordsProblems } from '../../core/programme/applicationWords.ts';
import { applicationReceivedMail } from '../../core/programme/mail/applicationReceivedMail.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { phaseOf } from '../../core/programme/termDates.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { readTerm, type Term } from '../term/readTerms.ts';
import { type Application, ownApplication } from './ownApplication.ts';

export type Sent =
  | { readonly kind: 'sent'; readonly at: Date }
  | { readonly kind: 'incomplete'; readonly problems: readonly WordsProblem[] }
  | Refused;

/** Sends an application, once. It is acknowledged by what this answers, and by mail. */
export async function sendApplication(office: Mailing, who: Asker, order: { readonly term: string }): Promise<Sent> {
  const [term, application] = await Promise.all([
    readTerm(office, order.term),
    ownApplication(office, who, order.term),
  ]);
  if (!term || !application) return refused('There is no application to send: start one.');
  const about = { term: term.id, owner: application.person, reviewers: [], conflicts: [] };
  const permission = mayDo(who, { do: 'change-application', application: about });
  if (!permission.may) return forbidden(permission);
  if (application.state === 'sent' && application.sent_at) return { kind: 'sent', at: application.sent_at };
  const at = office.now();
  if (!maySend(phaseOf(term, at))) return refused('The time in which applications can be sent is over.');
  const given = givenOf(application);
  const out = notEligible(given.eligibility, term.eligibility);
  if (out.length > 0)
    return refused(`One cannot take part with this answer: ${out.map((one) => one.question).join(' ')}`);
  const problems = wordsProblems(given, term.eligibility);
  if (problems.length > 0) return { kind: 'incomplete', problems };
  return office.db.transaction().execute(async (trx): Promise<Sent> => {
    const sent = await trx
      .updateTable('application')
      .set({ state: 'sent', sent_at: at })
      .where('id', '=', application.id)
      .where('state', 'in', movableFrom('send'))
      .where('revision', '=', application.revision)
      .executeTakeFirst();
    if (sent.numUpdatedRows !== 1n) return refused('It was changed or sent in another window: look at it again.');
    await acknowledge(trx, office, { person: application.person, application: application.id, term, at });
    await appendFact(trx, {
      kind: 'application-sent',
      at,
      by: application.person,
      about: application.id,
      term: term.id,
    });
    return { kind: 'sent', at };
  });
}

async function acknowledge(
  trx: Transaction<Schema>,
  office: Mailing,
  order: { readonly person: string; readonly application: string; readonly term: Term; readonly at: Date },
): Promise<void> {
  const { person, term, at } = order;
  const to = await trx.selectFrom('person').select(['name', 'zone']).where('id', '=', person).executeTakeFirstOrThrow();
  const mail = applicationReceivedMail(letterheadOf(office, term.programme.name, to, at), {
    ...{ term: term.name, at, link: `${office.address}/${term.programme.slug}/${term.slug}/application` },
    next: 'People decide on it after the end of the tasks. Until then the tasks are yours to do.',
  });
  await mailPerson(trx, office, {
    person,
    kind: 'application-received',
    mail,
    key: `application:${order.application}`,
  });
}

/** What the applicant has written, as the form and its checks speak of it. */
export const givenOf = (application: Application) => ({
  words: application.words,
  availability: application.availability,
  codeIdentity: application.code_identity,
  disclosure: application.disclosure,
  eligibility: application.eligibility,
});
