import { PgBoss } from 'pg-boss';
import { postgresPool } from '../src/edge/db/postgresPool.ts';

export const QUEUE = 'killed';

/** Jobs whose effect is noted under the id of what they are about, in the transaction that has the effect. */
export const startKilledJobs = async (connectionString: string): Promise<PgBoss> => {
  const boss = new PgBoss({
    connectionString,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    schedule: false,
  });
  boss.on('error', () => {}); // of connections that were killed
  await boss.start();
  // A job whose process was killed is given to another soon.
  await boss.createQueue(QUEUE, { expireInSeconds: 2, retryLimit: 1000, retryDelay: 0 });
  const pool = postgresPool(connectionString, 4);
  const options = { batchSize: 10, pollingIntervalSeconds: 0.5, localConcurrency: 2 };
  await boss.work<{ id: string }>(QUEUE, options, async (batch) => {
    for (const { data } of batch) {
      // One statement is one transaction. The count tells an effect that was had twice.
      await pool.query(
        `WITH new AS (INSERT INTO killed_effect VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1)
         UPDATE killed_count SET effects = effects + (SELECT count(*) FROM new)`,
        [data.id],
      );
    }
  });
  boss.on('stopped', () => void pool.end());
  return boss;
};
