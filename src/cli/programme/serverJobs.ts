import type { Job } from '../../edge/db/openJobs.ts';
import { forgetRunOut } from '../../edge/signIn/people.ts';
import type { MailHooks } from '../../office/judgeMail.ts';
import type { MailOffice } from '../../office/mailOffice.ts';
import { retire } from '../../office/privacy/retire.ts';
import { putDigests } from '../../office/putDigests.ts';
import { judgeMails } from '../../office/receiveMail.ts';
import { sendMails } from '../../office/sendMails.ts';

/** What the server does by itself, and when. */
export const serverJobs = (office: MailOffice, hooks: MailHooks): readonly Job[] => [
  { name: 'mails-out', every: '* * * * *', work: async () => sendMails(office) },
  { name: 'mails-in', every: '* * * * *', work: async () => judgeMails(office, hooks) },
  { name: 'digests', every: '7 * * * *', work: async () => putDigests(office, hooks) },
  // By the machine's clock, as everything of signing in.
  {
    name: 'sign-in-run-out',
    every: '41 * * * *',
    work: async () => forgetRunOut({ ...office, now: () => new Date() }),
  },
  { name: 'retire', every: '17 3 * * *', work: async () => retire(office) },
];
