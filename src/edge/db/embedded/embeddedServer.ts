import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { Trouble } from '../../../core/trouble.ts';
import { makeCluster, OWNER, passwordOf } from './cluster.ts';
import { isPostmasterOf, type Postmaster, runningPostmaster } from './postmaster.ts';
import { programsEnvironment } from './programs.ts';
import { type ServerHome, serverHome } from './serverHome.ts';
import { giveTo } from './serverUser.ts';
import { makeSocketFolder, removeOldSocketFolders, removeSocketFolder } from './socketFolder.ts';

export interface EmbeddedServer {
  /** Of one of its databases. */
  url(database: string): string;
  /** Rolls back what is under way, writes all out and ends. */
  stop(): Promise<void>;
}

/** Settings as PostgreSQL names them, on top of ours. */
export type ServerSettings = Readonly<Record<string, string>>;

// Recovery after a crash may have to read much again.
const PATIENCE_MS = 300_000;
const LARGEST_LOG = 10_000_000;

// What is durable by default is written down, since that is what we promise. In the log no row's content: `terse` leaves out the
// values of a broken key, and statements are not repeated.
const ours: ServerSettings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  wal_level: 'minimal',
  max_wal_senders: '0',
  password_encryption: 'scram-sha-256',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/**
 * The PostgreSQL of a data folder: the one that runs there already (it outlives a crash of ours), or a new one.
 * @throws Trouble where the folder is not ours to read, or the server does not start.
 */
export const embeddedServer = async (data: string, settings: ServerSettings = {}): Promise<EmbeddedServer> => {
  const home = serverHome(data);
  const all = { ...ours, ...settings };
  await makeCluster(home, all['fsync'] === 'on');
  const running = await attachOrStart(home, all);
  const password = passwordOf(home);
  return {
    url: (database) => urlOf(running, password, database),
    stop: () => stop(home, running),
  };
};

const urlOf = ({ port, socketFolder }: Postmaster, password: string, database: string): string =>
  `postgres://${OWNER}:${password}@${encodeURIComponent(socketFolder)}:${port}/${database}`;

const attachOrStart = async (home: ServerHome, settings: ServerSettings): Promise<Postmaster> => {
  const deadline = performance.now() + PATIENCE_MS;
  let started: Started | undefined;
  while (performance.now() < deadline) {
    const running = runningPostmaster(home.cluster);
    if (running && (await answers(running, home, started))) {
      removeOldSocketFolders(home, running.socketFolder);
      return running;
    }
    if (started?.ended()) {
      // Two that start at once, or what a killed server left for a moment: look again.
      if (!running && !isPassing(started.said())) throw notStarted(home, started.said());
      started = undefined;
    }
    if (!running) started ??= start(home, settings);
    await delay(20);
  }
  throw notStarted(home, 'it did not answer');
};

const answers = async (running: Postmaster, home: ServerHome, started?: Started): Promise<boolean> => {
  const client = new Client({ connectionString: urlOf(running, passwordOf(home), 'postgres') });
  client.on('error', () => {}); // said by the query, too
  try {
    await client.connect();
    await createDatabase(client);
    return true;
  } catch (error) {
    // 28P01, 28000: the password is another's. All else passes: it starts, recovers or ends just now.
    const code = (error as { code?: string }).code ?? '';
    if (!code.startsWith('28')) return false;
    started?.end();
    throw foreign(home);
  } finally {
    await client.end().catch(() => {});
  }
};

const createDatabase = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${OWNER}`);
};

interface Started {
  ended(): boolean;
  said(): string;
  end(): void;
}

const start = (home: ServerHome, settings: ServerSettings): Started => {
  const { programs, libraries, cluster, user, log } = home;
  const socketFolder = makeSocketFolder(home);
  const options = Object.entries({ ...settings, unix_socket_directories: `"${socketFolder}"` });
  const out = openLog(home);
  const from = fstatSync(out).size;
  const child = spawn(
    join(programs.folder, 'bin', 'postgres'),
    ['-D', cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      env: programsEnvironment(programs, libraries),
      stdio: ['ignore', out, out],
      detached: true, // Ctrl-C is for us: the server ends when we tell it to
      ...(user && { uid: user.uid, gid: user.gid }),
    },
  );
  closeSync(out);
  const failed = watch(child, () => removeSocketFolder(socketFolder));
  return { ended: failed, said: () => readFileSync(log).subarray(from).toString(), end: () => child.kill('SIGINT') };
};

const watch = (child: ChildProcess, onEnd: () => void): (() => boolean) => {
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
    onEnd();
  };
  child.once('exit', end).once('error', end);
  child.unref();
  return () => hasEnded;
};

const openLog = ({ log, user }: ServerHome): number => {
  if (existsSync(log) && statSync(log).size > LARGEST_LOG) renameSync(log, `${log}.1`);
  const out = openSync(log, 'a', 0o600);
  if (user) giveTo(user, log);
  return out;
};

const isPassing = (said: string): boolean =>
  /lock file "postmaster.pid"|shared memory block .* still in use/.test(said);

const notStarted = (home: ServerHome, said: string): Trouble =>
  new Trouble('machine', {
    what: 'The embedded database does not start.',
    where: home.cluster,
    why: said.trim().split('\n').slice(-3).join(' ') || 'It said nothing.',
    next: `Read what it wrote: tail ${home.log}`,
  });

const foreign = (home: ServerHome): Trouble =>
  new Trouble('input', {
    what: 'The embedded database does not take its password.',
    where: home.passwordFile,
    why: 'The database or the file with its password came from elsewhere.',
    next: 'Put both back from one copy, or restore a backup into a new data folder.',
  });

const stop = async (home: ServerHome, { pid, socketFolder }: Postmaster): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (await ended(home, pid, signal)) break;
  }
  removeSocketFolder(socketFolder);
};

// "Fast", then "immediate" shutdown, as PostgreSQL's manual calls them; 30 s for each.
const ended = async ({ cluster }: ServerHome, pid: number, signal: NodeJS.Signals): Promise<boolean> => {
  if (!isPostmasterOf(pid, cluster)) return true;
  process.kill(pid, signal);
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    if (!isPostmasterOf(pid, cluster)) return true;
    await delay(10);
  }
  return false;
};
