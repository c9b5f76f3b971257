import type { Job } from '../../edge/db/openJobs.ts';
import { forgetRunOut } from '../../edge/signIn/people.ts';
import { remindUnsent } from '../../office/apply/remindUnsent.ts';
import type { MailHooks } from '../../office/judgeMail.ts';
import type { MailOffice } from '../../office/mailOffice.ts';
import type { Mailing } from '../../office/mailPerson.ts';
import { retire } from '../../office/privacy/retire.ts';
import { retireInvited } from '../../office/privacy/retireInvited.ts';
import { putDigests } from '../../office/putDigests.ts';
import { judgeMails } from '../../office/receiveMail.ts';
import { sendMails } from '../../office/sendMails.ts';
import { sendRound } from '../../office/sendRound.ts';
import { remindPeople } from '../../office/tasks/remindPeople.ts';
import { tellReleased } from '../../office/tasks/tellReleased.ts';

/** A mail to ourselves each quarter of an hour, where the keeper wants it. */
export const mailRoundJob = (office: MailOffice): Job => ({
  ...{ name: 'mail-round', every: '*/15 * * * *', work: async () => sendRound(office) },
});

/** What the server does by itself, and when. */
export const serverJobs = (office: MailOffice & Mailing, hooks: MailHooks): readonly Job[] => [
  { name: 'mails-out', every: '* * * * *', work: async () => sendMails(office) },
  { name: 'mails-in', every: '* * * * *', work: async () => judgeMails(office, hooks) },
  { name: 'tasks-released', every: '*/10 * * * *', work: async () => tellReleased(office) },
  {
    name: 'reminders',
    every: '23 * * * *',
    work: async () => [await remindPeople(office), await remindUnsent(office)],
  },
  { name: 'digests', every: '7 * * * *', work: async () => putDigests(office, hooks) },
  // By the machine's clock, as everything of signing in.
  {
    name: 'sign-in-run-out',
    every: '41 * * * *',
    work: async () => forgetRunOut({ ...office, now: () => new Date() }),
  },
  { name: 'retire-invited', every: '11 3 * * *', work: async () => retireInvited(office) },
  { name: 'retire', every: '17 3 * * *', work: async () => retire(office) },
];
