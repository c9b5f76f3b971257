import { Hono } from 'hono';
import { type HealthFacts, serverHealth } from '../../../core/programme/serverHealth.ts';
import { isAway } from '../../../edge/db/isAway.ts';
import { mailHealth } from '../../../office/mailHealth.ts';
import type { Office } from '../../../office/office.ts';
import type { Env } from '../frame/frontDesk.ts';

type Part = Pick<Office, 'db' | 'now'>;

/** What a monitor asks for: 200 while all is well, 503 where somebody has to look. Numbers of nobody. */
export const healthPage = (office: Part, lastJob: () => Date): Hono<Env> =>
  new Hono<Env>().get('/health', async (c) => {
    c.header('cache-control', 'no-store');
    const facts = await factsOf(office, lastJob()).catch(async (error: Error) => {
      if (await isAway(office.db, error)) return undefined;
      throw error;
    });
    if (!facts) return c.text('# the database does not answer: look whether PostgreSQL runs\npatchling_up 0\n', 503);
    const { isWell, complaints, numbers } = serverHealth(facts);
    const said = isWell ? '# well\n' : complaints.map((one) => `# ${one}\n`).join('');
    return c.text(`${said}${numbers}`, isWell ? 200 : 503);
  });

async function factsOf(office: Part, lastJob: Date): Promise<HealthFacts> {
  const [mails, { oldest }] = await Promise.all([
    mailHealth(office),
    office.db
      .selectFrom('submission')
      .select(({ fn }) => fn.min('received_at').as('oldest'))
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  ]);
  return {
    ...{ lastJob, now: office.now(), mailsInDoubt: Number(mails.inDoubt), mailsGivenUp: Number(mails.failed) },
    ...{ oldestTried: mails.oldestTried ?? undefined, lastAccepted: mails.lastAccepted ?? undefined },
    ...{ oldestMailOut: mails.oldestDue ?? undefined, oldestMailIn: mails.oldestUnread ?? undefined },
    oldestSubmission: oldest ?? undefined,
  };
}
