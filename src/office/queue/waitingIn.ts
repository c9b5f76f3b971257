import { sql } from 'kysely';
import { type WaitingTime, waitingTime } from '../../core/programme/queue.ts';
import type { Office } from '../office.ts';

const LOOKED_AT = 500;

/** How long answers take in a term: the last that were given, and what has waited longest. */
export async function waitingIn({ db, now }: Pick<Office, 'db' | 'now'>, term: string): Promise<WaitingTime> {
  const ofTerm = db.selectFrom('submission').innerJoin('task', 'task.id', 'submission.task').where('term', '=', term);
  const [answered, waiting] = await Promise.all([
    ofTerm
      .select(sql<number>`extract(epoch from decided_at - received_at)::float8 * 1000`.as('ms'))
      .where('decided_at', 'is not', null)
      .orderBy('decided_at', 'desc')
      .limit(LOOKED_AT)
      .execute(),
    ofTerm.select('received_at').where('state', '=', 'waiting').orderBy('received_at').limit(LOOKED_AT).execute(),
  ]);
  const at = now().getTime();
  return waitingTime(
    answered.map(({ ms }) => ms),
    waiting.map(({ received_at }) => at - received_at.getTime()),
  );
}

/** How many submissions of a term came before an instant and still wait. */
export async function beforeIt(db: Office['db'], term: string, at: Date): Promise<number> {
  const { before } = await db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .select(({ fn }) => fn.countAll<string>().as('before'))
    .where('term', '=', term)
    .where('state', '=', 'waiting')
    .where('received_at', '<', at)
    .executeTakeFirstOrThrow();
  return Number(before);
}
