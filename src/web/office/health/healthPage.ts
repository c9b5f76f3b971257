import { Hono } from 'hono';
import type { JobPulse } from '../../../core/programme/jobPulse.ts';
import { type HealthFacts, serverHealth } from '../../../core/programme/serverHealth.ts';
import { isAway } from '../../../edge/db/isAway.ts';
import { mailHealth } from '../../../office/mailHealth.ts';
import type { Office } from '../../../office/office.ts';
import { lastRound } from '../../../office/sendRound.ts';
import type { Env } from '../frame/frontDesk.ts';

type Part = Pick<Office, 'db' | 'now'>;

/** What a monitor asks for: 200 while all is well, 503 where somebody has to look. Numbers of nobody. */
export const healthPage = (office: Part, pulses: () => readonly JobPulse[]): Hono<Env> =>
  new Hono<Env>().get('/health', async (c) => {
    c.header('cache-control', 'no-store');
    const facts = await factsOf(office, pulses()).catch(async (error: Error) => {
      if (await isAway(office.db, error)) return undefined;
      throw error;
    });
    if (!facts) return c.text('# the database does not answer: look whether PostgreSQL runs\npatchling_up 0\n', 503);
    const { isWell, complaints, numbers } = serverHealth(facts);
    const said = isWell ? '# well\n' : complaints.map((one) => `# ${one}\n`).join('');
    return c.text(`${said}${numbers}`, isWell ? 200 : 503);
  });

async function factsOf(office: Part, jobs: readonly JobPulse[]): Promise<HealthFacts> {
  const [mails, round, { oldest }] = await Promise.all([
    mailHealth(office),
    lastRound(office),
    office.db
      .selectFrom('submission')
      .select(({ fn }) => fn.min('received_at').as('oldest'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  ]);
  return {
    ...{
      jobs,
      lastRound: round,
      now: office.now(),
      mailsInDoubt: Number(mails.inDoubt),
      mailsGivenUp: Number(mails.failed),
    },
    ...{ oldestTried: mails.oldestTried ?? undefined, lastAccepted: mails.lastAccepted ?? undefined },
    ...{ oldestMailOut: mails.oldestDue ?? undefined, oldestMailIn: mails.oldestUnread ?? undefined },
    oldestSubmission: oldest ?? undefined,
  };
}
