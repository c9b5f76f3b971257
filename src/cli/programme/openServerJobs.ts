import { openJobs } from '../../edge/db/openJobs.ts';
import type { Looking } from '../../office/evidence/lookAtSubmission.ts';
import { lookAtWaiting } from '../../office/evidence/lookAtWaiting.ts';
import type { MailHooks } from '../../office/judgeMail.ts';
import type { MailOffice } from '../../office/mailOffice.ts';
import type { Watched } from '../../web/office/health/healthPage.ts';
import { jobPulses } from './jobPulses.ts';
import { onceForAll } from './onceForAll.ts';
import type { OpenOffice } from './openOffice.ts';
import type { ServerOrder } from './openServer.ts';
import { BACKUP, serverBackups } from './serverBackups.ts';
import { mailRoundJob, serverJobs } from './serverJobs.ts';

/** In the hour before closing, fifty forms a second arrive: the job that sends mails is not woken by each of them. */
const SOON_MS = 100;

export interface ServerJobs extends Watched {
  /** Mails go now, and not only at their time. */
  sendSoon(): void;
  /** What came by mail is looked at now. */
  lookSoon(): void;
  close(): Promise<void>;
}

/** Everything that a server does by itself, begun; a backup at once, where the newest is older than a day. */
export async function openServerJobs(
  open: OpenOffice,
  office: MailOffice & Looking,
  hooks: MailHooks,
  order: Pick<ServerOrder, 'backups' | 'watchMail' | 'version' | 'note'>,
): Promise<ServerJobs> {
  const since = office.now();
  const backups = order.backups === undefined ? undefined : serverBackups(open, order.backups, order.version);
  const all = [
    ...serverJobs(office, hooks),
    { name: 'looks', every: '* * * * *', work: async () => lookAtWaiting(office) },
    ...(order.watchMail === true ? [mailRoundJob(office)] : []),
    ...(backups?.jobs ?? []),
  ];
  const { jobs, pulses } = jobPulses(all, { now: office.now, note: order.note });
  const failed = (error: Error): void => order.note(`jobs: ${error.message}`);
  const running = await openJobs(open.database.url, jobs, failed);
  const soon = onceForAll(() => void running.soon('mails-out').catch(failed), SOON_MS);
  const look = onceForAll(() => void running.soon('looks').catch(failed), SOON_MS);
  if (backups?.isDue() === true) await running.soon(BACKUP);
  return {
    ...{ sendSoon: soon.ask, lookSoon: look.ask, pulses, since, isWatched: order.watchMail === true },
    close: async () => {
      soon.end();
      look.end();
      await running.close();
    },
  };
}
