import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Random } from '../src/core/std.ts';
import { runningPostmaster } from '../src/edge/db/embedded/postmaster.ts';
import { migrate } from '../src/edge/db/migrate.ts';
import { type Database, openDatabase } from '../src/edge/db/openDatabase.ts';
import { verifyChain } from '../src/edge/db/verifyChain.ts';
import { startKilledJobs } from './killedJobs.ts';

export interface KillOrder {
  readonly data: string;
  /** Asked for before each use; without it, the embedded one. */
  readonly url?: () => string;
  /** What is killed, round by round. */
  readonly rounds: readonly KillRound['at'][];
  readonly random: Random;
  /** The data folder of the server that may be killed, too. */
  readonly postmasterOf: string;
  /** Starts that server again, where opening the database does not. */
  restart(): Promise<void>;
}

export interface KillRound {
  /** `start`: while it starts; `writes`: while it writes; `server`: PostgreSQL is killed with it. */
  readonly at: 'start' | 'writes' | 'server';
  readonly acknowledged: number;
  /** From the kill to a database that answers again. */
  readonly backMs: number;
}

export interface Killed {
  readonly rounds: readonly KillRound[];
  readonly writes: number;
  readonly effects: number;
}

/** Kills a process that writes, again and again, and holds what it said against what is there. Throws what is not kept. */
export const killRounds = async (order: KillOrder): Promise<Killed> => {
  await withDatabase(order, prepare);
  const acknowledged = new Set<string>();
  const rounds: KillRound[] = [];
  for (const at of order.rounds) {
    const before = acknowledged.size;
    await killOnce(order, at, acknowledged);
    const killed = performance.now();
    await order.restart();
    const backMs = await withDatabase(order, async ({ db }) => {
      const back = performance.now() - killed;
      await check(db, acknowledged);
      return back;
    });
    rounds.push({ at, acknowledged: acknowledged.size - before, backMs });
  }
  return { rounds, ...(await withDatabase(order, finishJobs)) };
};

const withDatabase = async <T>(order: KillOrder, use: (database: Database) => Promise<T>): Promise<T> => {
  const { data, url } = order;
  const database = await openDatabase({ data, ...(url && { url: url() }) });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
};

const prepare = async ({ db }: Database): Promise<void> => {
  await migrate(db);
  await sql`CREATE TABLE killed_write (id text PRIMARY KEY)`.execute(db);
  await sql`CREATE TABLE killed_effect (id text PRIMARY KEY REFERENCES killed_write)`.execute(db);
  await sql`CREATE TABLE killed_count AS SELECT 0::bigint AS effects`.execute(db);
};

const killOnce = async (order: KillOrder, at: KillRound['at'], acknowledged: Set<string>): Promise<void> => {
  const child = startWriter(order);
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const first = once(lines, 'line');
  lines.on('line', (id) => acknowledged.add(id));
  if (at === 'start') await delay(order.random() * 800);
  else await Promise.race([first.then(() => delay(50 + order.random() * 500)), ended]);
  if (at === 'server') killPostmaster(order.postmasterOf);
  if (at === 'server') await delay(order.random() * 30); // what is acknowledged in between counts as well
  child.kill('SIGKILL');
  await ended;
};

const startWriter = ({ data, url }: KillOrder): ChildProcess => {
  const writer = fileURLToPath(new URL('killedWriter.ts', import.meta.url));
  const command = [writer, '--data', data, ...(url ? ['--url', url()] : [])];
  return spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
};

const killPostmaster = (data: string): void => {
  const running = runningPostmaster(join(data, 'postgres', 'cluster'));
  if (running) process.kill(running.pid, 'SIGKILL');
};

const check = async (db: Database['db'], acknowledged: ReadonlySet<string>): Promise<void> => {
  const { rows } = await sql<{ id: string }>`SELECT id FROM killed_write`.execute(db);
  const there = new Set(rows.map(({ id }) => id));
  const lost = [...acknowledged].filter((id) => !there.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged writes are lost`);
  const chain = await verifyChain(db);
  if (chain.kind !== 'holds') throw new Error(`the log of decisions is broken: ${JSON.stringify(chain)}`);
  if (chain.head.seq !== there.size) throw new Error(`${there.size} writes have ${chain.head.seq} facts`);
};

const finishJobs = async ({ db, url }: Database): Promise<Pick<Killed, 'writes' | 'effects'>> => {
  const jobs = await startKilledJobs(url);
  const deadline = performance.now() + 120_000;
  for (;;) {
    const { rows } = await sql<{ writes: number; noted: number; effects: number }>`
      SELECT (SELECT count(*) FROM killed_write) AS writes, (SELECT count(*) FROM killed_effect) AS noted,
        (SELECT effects FROM killed_count) AS effects`.execute(db);
    const { writes, noted, effects } = rows[0] ?? { writes: 0, noted: 0, effects: -1 };
    if (noted !== effects) throw new Error(`${noted} jobs had ${effects} effects`);
    if (writes === effects || performance.now() > deadline) {
      await jobs.stop({ graceful: false });
      if (writes !== effects) throw new Error(`${writes - effects} jobs were never done`);
      return { writes, effects };
    }
    await delay(100);
  }
};
