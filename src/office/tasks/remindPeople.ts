import { deadlineReminderMail } from '../../core/programme/mail/deadlineReminderMail.ts';
import { isFresh, REMIND_DAYS, reminderStage } from '../../core/programme/reminderStage.ts';
import type { TaskState } from '../../core/programme/task.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { putBefore } from '../putBefore.ts';
import { partakersIn } from './partakersIn.ts';
import { standingsOf } from './standingsOf.ts';

/** Whose turn it is. */
const THEIRS: ReadonlySet<TaskState> = new Set(['open', 'changes requested', 'not yet']);

interface Candidate {
  readonly term: string;
  readonly person: string;
  readonly task: string;
  readonly due: Date;
  /** Of its mail: the same for one deadline and one stage. */
  readonly key: string;
}

/**
 * Reminds whoever has something to do of a deadline that comes near: three days before, and one. Each once, whatever is down
 * in between; a deadline that was moved is another one.
 */
export const remindPeople = async (office: Mailing): Promise<{ readonly reminded: number }> => {
  const now = office.now();
  const all = await candidates(office, now);
  const told = await putBefore(
    office,
    all.map(({ key }) => key),
  );
  const left = all.filter(({ key }) => !told.has(key));
  let reminded = 0;
  for (const [, theirs] of Map.groupBy(left, ({ term, person }) => `${term} ${person}`)) {
    const [first] = theirs;
    if (!first) continue;
    const standings = new Map(
      (await standingsOf(office, first.term, first.person)).map((one) => [one.facts.task.id, one]),
    );
    for (const one of theirs) {
      const standing = standings.get(one.task);
      if (!standing || !THEIRS.has(standing.state)) continue;
      if (await remind(office, one, standing.facts.task, now)) reminded++;
    }
  }
  return { reminded };
};

const remind = (
  office: Mailing,
  { term, person, due, key }: Candidate,
  { slug, title }: { readonly slug: string; readonly title: string },
  now: Date,
): Promise<boolean> =>
  office.db.transaction().execute(async (trx) => {
    const to = await partakersIn(trx, now)
      .where('person.id', '=', person)
      .where('term.id', '=', term)
      .executeTakeFirst();
    if (!to) return false;
    const mail = deadlineReminderMail(letterheadOf(office, to.programme, to, now), {
      ...{ term: to.term_name, task: title, due },
      link: `${office.address}/${to.programme_slug}/${to.term_slug}/tasks/${slug}`,
    });
    return mailPerson(trx, office, { person, kind: 'deadline-reminder', mail, key, until: due });
  });

/** Who may have something due in the next days: the tasks of their terms, with the deadlines that are theirs alone. */
async function candidates({ db }: Pick<Mailing, 'db'>, now: Date): Promise<Candidate[]> {
  const rows = await partakersIn(db, now)
    .innerJoin('task', 'task.term', 'term.id')
    .leftJoin('task_person', (join) =>
      join.onRef('task_person.task', '=', 'task.id').onRef('task_person.person', '=', 'person.id'),
    )
    .leftJoin('extension', (join) =>
      join.onRef('extension.task', '=', 'task.id').onRef('extension.person', '=', 'person.id'),
    )
    .select(['task.id as task', 'extension.at as extended_at'])
    .select(({ fn }) => fn.coalesce('extension.until', 'task.deadline').as('due'))
    .where('task.retired_at', 'is', null)
    .where((where) => where.or([where('task.is_extra', '=', false), where('task_person.person', 'is not', null)]))
    .where(({ fn }) => fn.coalesce('extension.until', 'task.deadline'), '>', now)
    .where(
      ({ fn }) => fn.coalesce('extension.until', 'task.deadline'),
      '<=',
      new Date(now.getTime() + REMIND_DAYS * 86_400_000),
    )
    .execute();
  return rows.flatMap(({ term_id: term, person, task, due, extended_at: extendedAt }) => {
    const stage = reminderStage(due, now);
    if (stage === undefined || (stage > 1 && isFresh(extendedAt ?? undefined, now))) return [];
    return [{ term, person, task, due, key: `deadline-reminder:${task}:${person}:${due.getTime()}:${stage}` }];
  });
}
