import { instantLine } from '../../core/programme/instantWords.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import { extendedMail } from '../../core/programme/receivedMail.ts';
import type { Asker } from '../../core/programme/role.ts';
import { reasonProblem } from '../../core/programme/taskProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { tellPerson } from '../tellPerson.ts';
import { readTerm } from '../term/readTerms.ts';
import { keptText } from './keptText.ts';
import { standingsOf } from './standingsOf.ts';

export interface ExtensionOrder {
  readonly term: string;
  readonly task: string;
  readonly person: string;
  readonly until: Date;
  /** Shown to the person. */
  readonly reason: string;
}

/** Gives one person more time for one task. A second one takes the place of the first; the log has both. */
export async function extendDeadline(
  office: Mailing,
  who: Asker,
  { term: termId, task, person, until, reason }: ExtensionOrder,
): Promise<{ readonly kind: 'extended' } | Refused> {
  const permission = mayDo(who, { do: 'extend-deadline', term: termId });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const problem = reasonProblem(reason);
  if (problem) return refused(problem);
  const at = office.now();
  if (Number.isNaN(until.getTime()) || until <= at) return refused('The new deadline is not in the future.');
  const term = await readTerm(office, termId);
  if (!term || until > term.endsAt) return refused('The new deadline is after the end of the term.');
  return office.db.transaction().execute(async (trx) => {
    const member = await memberOf(trx, termId, person);
    const standing = (await standingsOf({ ...office, db: trx }, termId, person)).find(
      ({ facts }) => facts.task.id === task,
    );
    if (!member || !standing || standing.facts.task.isRetired) return refused('This person has no such task.');
    if (until <= standing.deadline) return refused('Their deadline is later already.');
    const kept = { until, reason: keptText(reason), by, at };
    await trx
      .insertInto('extension')
      .values({ task, person, ...kept })
      .onConflict((conflict) => conflict.columns(['task', 'person']).doUpdateSet(kept))
      .execute();
    await appendFact(trx, { kind: 'deadline-extended', at, by, about: person, task, until: until.toISOString() });
    const words = { title: standing.facts.task.title, until: instantLine(until, member.zone, at), reason: kept.reason };
    const about = `${task} ${person} ${until.toISOString()}`;
    await tellPerson(trx, office, { person, term: termId, kind: 'deadline-extended', about, ...extendedMail(words) });
    return { kind: 'extended' } as const;
  });
}

/** An applicant or mentee of a term. */
export const memberOf = (db: Office['db'], term: string, person: string) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'person.zone'])
    .where('term', '=', term)
    .where('person', '=', person)
    .where('role', 'in', ['applicant', 'mentee'])
    .where('erased_at', 'is', null)
    .executeTakeFirst();
