import { taskReleasedMail } from '../../core/programme/mail/taskReleasedMail.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { putBefore } from '../putBefore.ts';
import { partakersIn } from './partakersIn.ts';

/** What became open longer ago than so many days is told nobody any more: they have seen it, or it is no news. */
const NEWS_DAYS = 2;

/**
 * Tells everybody of a task that became open to them without their doing: its date came, or it was added to a term that runs.
 * What opens as somebody hands in the task before it stands on the page that they are on.
 */
export const tellReleased = async (office: Mailing): Promise<{ readonly told: number }> => {
  const now = office.now();
  const all = await newTasks(office, now).execute();
  const before = await putBefore(office, all.map(keyOf));
  let told = 0;
  for (const one of all.filter((each) => !before.has(keyOf(each)))) {
    const mail = taskReleasedMail(letterheadOf(office, one.programme, one, now), {
      ...{ term: one.term_name, task: one.title, due: one.until ?? one.deadline },
      link: `${office.address}/${one.programme_slug}/${one.term_slug}/tasks/${one.slug}`,
    });
    const order = { person: one.person, kind: 'task-released', mail, key: keyOf(one) } as const;
    const isPut = await office.db.transaction().execute(async (trx) => {
      // Once more: they may have handed it in meanwhile, or asked that nothing be done with their data.
      const still = newTasks({ db: trx }, now).where('task.id', '=', one.task).where('person.id', '=', one.person);
      return (await still.executeTakeFirst()) !== undefined && mailPerson(trx, office, order);
    });
    if (isPut) told++;
  }
  return { told };
};

const keyOf = ({ task, person }: { readonly task: string; readonly person: string }): string =>
  `task-released:${task}:${person}`;

const newTasks = ({ db }: Pick<Mailing, 'db'>, now: Date) => {
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000);
  return (
    partakersIn(db, now)
      .innerJoin('task', 'task.term', 'term.id')
      .leftJoin('extension', (join) =>
        join.onRef('extension.task', '=', 'task.id').onRef('extension.person', '=', 'person.id'),
      )
      .select(['task.id as task', 'task.slug', 'task.title', 'task.deadline', 'extension.until'])
      // An extra task was told when it was given.
      .where('task.is_extra', '=', false)
      .where('task.retired_at', 'is', null)
      .where(({ fn }) => fn.coalesce('extension.until', 'task.deadline'), '>', now)
      .where((where) =>
        where.or([
          where.and([
            where('task.release', '=', 'at a date'),
            where('task.release_at', '>', since),
            where('task.release_at', '<=', now),
            where('membership.given_at', '<', where.ref('task.release_at')),
          ]),
          where.and([
            where('task.release', '=', 'at once'),
            where('task.made_at', '>', since),
            where('membership.given_at', '<', where.ref('task.made_at')),
          ]),
        ]),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('submission')
              .select('submission.id')
              .whereRef('submission.task', '=', 'task.id')
              .whereRef('submission.person', '=', 'person.id'),
          ),
        ),
      )
  );
};
