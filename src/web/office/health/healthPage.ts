import { Hono } from 'hono';
import type { JobPulse } from '../../../core/programme/jobPulse.ts';
import { type HealthFacts, serverHealth } from '../../../core/programme/serverHealth.ts';
import { isAway } from '../../../edge/db/isAway.ts';
import { mailHealth } from '../../../office/mailHealth.ts';
import type { Office } from '../../../office/office.ts';
import { lastRound } from '../../../office/sendRound.ts';
import type { Env } from '../frame/frontDesk.ts';

type Part = Pick<Office, 'db' | 'now'>;

export interface Watched {
  pulses(): readonly JobPulse[];
  /** Whether mails to ourselves go round. */
  readonly isWatched: boolean;
  /** When this server began: while it was down nothing could come back. */
  readonly since: Date;
}

const laterOf = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? new Date(Math.max(one.getTime(), other.getTime())) : one;

/** What a monitor asks for: 200 while all is well, 503 where somebody has to look. Numbers of nobody. */
export const healthPage = (office: Part, { pulses, isWatched, since }: Watched): Hono<Env> =>
  new Hono<Env>().get('/health', async (c) => {
    c.header('cache-control', 'no-store');
    const facts = await factsOf(office, pulses(), isWatched ? since : undefined).catch(async (error: Error) => {
      if (await isAway(office.db, error)) return undefined;
      throw error;
    });
    if (!facts) return c.text('# the database does not answer: look whether PostgreSQL runs\npatchling_up 0\n', 503);
    const { isWell, complaints, numbers } = serverHealth(facts);
    const said = isWell ? '# well\n' : complaints.map((one) => `# ${one}\n`).join('');
    return c.text(`${said}${numbers}`, isWell ? 200 : 503);
  });

async function factsOf(office: Part, jobs: readonly JobPulse[], watched: Date | undefined): Promise<HealthFacts> {
  const [mails, round, { oldest }] = await Promise.all([
    mailHealth(office),
    watched && lastRound(office),
    office.db
      .selectFrom('submission')
      .select(({ fn }) => fn.min('received_at').as('oldest'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  ]);
  return {
    ...{
      jobs,
      lastRound: laterOf(watched, round),
      now: office.now(),
      mailsInDoubt: Number(mails.inDoubt),
      mailsGivenUp: Number(mails.failed),
    },
    ...{ oldestTried: mails.oldestTried ?? undefined, lastAccepted: mails.lastAccepted ?? undefined },
    ...{ oldestMailOut: mails.oldestDue ?? undefined, oldestMailIn: mails.oldestUnread ?? undefined },
    oldestSubmission: oldest ?? undefined,
  };
}
