import { Hono } from 'hono';
import { serverHealth } from '../../../core/programme/serverHealth.ts';
import { mailHealth } from '../../../office/mailHealth.ts';
import type { Office } from '../../../office/office.ts';
import type { Env } from '../frame/frontDesk.ts';

/** What a monitor asks for: 200 while all is well, 503 where somebody has to look. Numbers of nobody. */
export const healthPage = (office: Pick<Office, 'db' | 'now'>, lastJob: () => Date | undefined): Hono<Env> =>
  new Hono<Env>().get('/health', async (c) => {
    const [mails, { oldest }] = await Promise.all([
      mailHealth(office),
      office.db
        .selectFrom('submission')
        .select(({ fn }) => fn.min('received_at').as('oldest'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow(),
    ]);
    const { isWell, complaints, numbers } = serverHealth({
      ...{ lastJob: lastJob(), now: office.now(), mailsInDoubt: Number(mails.inDoubt) },
      ...{ mailsGivenUp: Number(mails.failed), oldestSubmission: oldest ?? undefined },
      ...{ oldestMailOut: mails.oldestDue ?? undefined, oldestMailIn: mails.oldestUnread ?? undefined },
    });
    c.header('cache-control', 'no-store');
    const said = isWell ? '# well\n' : complaints.map((one) => `# ${one}\n`).join('');
    return c.text(`${said}${numbers}`, isWell ? 200 : 503);
  });
