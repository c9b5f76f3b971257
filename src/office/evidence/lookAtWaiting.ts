import { type Looking, lookAtSubmission } from './lookAtSubmission.ts';

/** Looks at what waits and was not looked at: what came by mail, or as the server ended. The oldest first. */
export async function lookAtWaiting(office: Looking, most = 200): Promise<{ readonly looked: number }> {
  const rows = await office.db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .leftJoin('machine_look', 'machine_look.submission', 'submission.id')
    .select('submission.id')
    .where('submission.state', '=', 'waiting')
    .where('task.evidence', 'is not', null)
    .where('machine_look.submission', 'is', null)
    .orderBy('submission.received_at')
    .limit(most)
    .execute();
  let looked = 0;
  for (const { id } of rows) if ((await lookAtSubmission(office, id)) !== undefined) looked++;
  return { looked };
}
