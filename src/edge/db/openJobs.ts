import { PgBoss } from 'pg-boss';

/** Work that is done again and again, by one at a time, also after a crash in the middle of it. */
export interface Job {
  readonly name: string;
  /** As cron writes it, in UTC. */
  readonly every: string;
  /** When it was last done, where that is known beyond this process. */
  readonly since?: Date | undefined;
  work(): Promise<unknown>;
}

export interface Jobs {
  /** Does it now, beside its times; asked for several times while it waits, it is done once. */
  soon(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The queue is in the database (schema `jobs`): what was begun and not finished is taken up again. */
export const openJobs = async (url: string, jobs: readonly Job[], onError: (error: Error) => void): Promise<Jobs> => {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 4 });
  boss.on('error', onError);
  await boss.start();
  for (const { name, every, work } of jobs) {
    await boss.createQueue(name, { policy: 'stately', retryLimit: 3, retryBackoff: true, expireInSeconds: 600 });
    await boss.schedule(name, every);
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async () => void (await work()));
  }
  return {
    soon: async (name) => void (await boss.send(name)),
    close: async () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
};
