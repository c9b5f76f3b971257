import { unsentReminderMail } from '../../core/programme/mail/unsentReminderMail.ts';
import { REMIND_DAYS, reminderStage } from '../../core/programme/reminderStage.ts';
import { letterheadOf } from '../letterheadOf.ts';
import { type Mailing, mailPerson } from '../mailPerson.ts';
import { putBefore } from '../putBefore.ts';
import { partakersIn } from '../tasks/partakersIn.ts';

/** Reminds whoever began an application and did not send it: three days before the last instant for it, and one. Each once. */
export const remindUnsent = async (office: Mailing): Promise<{ readonly reminded: number }> => {
  const now = office.now();
  const all = (await unsent(office, now).execute()).flatMap((row) => {
    const stage = reminderStage(row.due, now);
    return stage === undefined ? [] : [{ ...row, key: `unsent:${row.application}:${row.due.getTime()}:${stage}` }];
  });
  const told = await putBefore(
    office,
    all.map(({ key }) => key),
  );
  let reminded = 0;
  for (const { application, key } of all.filter((one) => !told.has(one.key))) {
    const isPut = await office.db.transaction().execute(async (trx) => {
      // Once more: they may have sent it, withdrawn it, or asked that nothing be done with their data.
      const row = await unsent({ ...office, db: trx }, now)
        .where('application.id', '=', application)
        .executeTakeFirst();
      if (!row) return false;
      const { person, due, term_name: term } = row;
      const link = `${office.address}/${row.programme_slug}/${row.term_slug}/application`;
      const mail = unsentReminderMail(letterheadOf(office, row.programme, row, now), { term, due, link });
      return mailPerson(trx, office, { person, kind: 'deadline-reminder', mail, key, until: due });
    });
    if (isPut) reminded++;
  }
  return { reminded };
};

const unsent = ({ db }: Pick<Mailing, 'db'>, now: Date) =>
  partakersIn(db, now)
    .innerJoin('application', (join) =>
      join.onRef('application.term', '=', 'term.id').onRef('application.person', '=', 'person.id'),
    )
    .select(['application.id as application', 'term.tasks_until as due'])
    .where('membership.role', '=', 'applicant')
    .where('application.state', '=', 'started')
    .where('term.tasks_until', '>', now)
    .where('term.tasks_until', '<=', new Date(now.getTime() + REMIND_DAYS * 86_400_000));
