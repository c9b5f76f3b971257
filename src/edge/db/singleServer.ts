import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { Trouble } from '../../core/trouble.ts';
import { isRunning, ownMark } from '../processMark.ts';

/** What a server process holds as long as it lives. */
export interface SingleServer {
  release(): Promise<void>;
}

const PREFIX = 'patchling server ';
// Of ours among PostgreSQL's advisory locks, which are told apart by number only: "patch" in ASCII.
const LOCK = 0x7061746368;
// PostgreSQL notices within moments that a killed process has gone; a statement that it had begun may take longer.
const PATIENCE_MS = 10_000;

/**
 * Makes this process the only server of a database. The lock is a connection's, so it ends with the process, however that ends.
 * @throws Trouble `input` that names the other process.
 */
export const holdSingleServer = async (url: string, onLost: () => void): Promise<SingleServer> => {
  const client = new Client({ connectionString: url, application_name: `${PREFIX}${ownMark()}`, keepAlive: true });
  let isHeld = true;
  const lost = (): void => {
    if (isHeld) onLost();
    isHeld = false;
  };
  client.on('error', lost).on('end', lost);
  await client.connect();
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await tryLock(client))) {
    const holder = await holderOf(client);
    if (holder !== undefined && (isRunning(holder) || performance.now() > deadline)) {
      isHeld = false;
      await client.end();
      throw alreadyServed(holder);
    }
    await delay(50);
  }
  return {
    release: async () => {
      isHeld = false;
      await client.end().catch(() => {});
    },
  };
};

const tryLock = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [LOCK]);
  return rows[0]?.held === true;
};

/** The mark of the process that holds it; undefined where it was let go in between. */
const holderOf = async (client: Client): Promise<string | undefined> => {
  const { rows } = await client.query<{ application_name: string }>(
    `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32 | objid::bigint) = $1
       AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [LOCK],
  );
  return rows[0]?.application_name.slice(PREFIX.length);
};

const alreadyServed = (holder: string): Trouble => {
  const pid = holder.split('-')[0] ?? '';
  return new Trouble('input', {
    what: 'Another Patchling serves this database already.',
    where: `process ${pid}`,
    why: 'Two servers would do the same work twice.',
    next: `Stop it (kill ${pid}), or name another data folder: --data FOLDER`,
  });
};
