import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { embeddedServer } from '../../src/edge/db/embedded/embeddedServer.ts';
import { migrate } from '../../src/edge/db/migrate.ts';
import { postgresPool } from '../../src/edge/db/postgresPool.ts';
import type { Schema } from '../../src/edge/db/schema.ts';

export interface TestDatabase {
  readonly db: Kysely<Schema>;
  readonly pool: pg.Pool;
  readonly url: string;
}

interface World {
  /** Of one of its databases. */
  url(database: string): string;
  stop(): Promise<void>;
}

// One for all tests of a file, made when the first asks; `npm test` names one for all files.
let world: Promise<World> | undefined;
const made = process.env['PATCHLING_TEMPLATE'];
const template = made ?? `template_${randomUUID().replaceAll('-', '')}`;

after(async () => {
  await (await world?.catch(() => undefined))?.stop();
});

/** Gives `use` a fresh database with all tables; of the server that PATCHLING_DATABASE names, or of an embedded one. */
export const withDatabase = async <T>(t: TestContext, use: (test: TestDatabase) => Promise<T>): Promise<T> =>
  use(await freshDatabase(t, template));

/** One without any table, as a restore wants it. */
export const emptyDatabase = (t: TestContext): Promise<TestDatabase> => freshDatabase(t, 'template0');

const freshDatabase = async (t: TestContext, from: string): Promise<TestDatabase> => {
  world ??= startWorld();
  const { url } = await world;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(url, `CREATE DATABASE ${name} TEMPLATE ${from}`);
  const pool = postgresPool(url(name));
  t.after(async () => {
    if (!pool.ended) await pool.end();
    await asOwner(url, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { db: kyselyOf(pool), pool, url: url(name) };
};

const kyselyOf = (pool: pg.Pool): Kysely<Schema> => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

const startWorld = async (): Promise<World> => {
  const named = process.env['PATCHLING_DATABASE'];
  const started = named === undefined ? await startEmbedded() : ofServer(named);
  try {
    if (made === undefined) await makeTemplate(started.url, template);
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
};

/** A database with all tables, for copies. */
export const makeTemplate = async (url: World['url'], name: string): Promise<void> => {
  await asOwner(url, `CREATE DATABASE ${name}`);
  const pool = postgresPool(url(name), 1);
  try {
    await migrate(kyselyOf(pool));
  } finally {
    await pool.end();
  }
};

const ofServer = (named: string): World => {
  const url = (database: string): string => {
    const changed = new URL(named);
    changed.pathname = `/${database}`;
    return changed.href;
  };
  return {
    url,
    stop: async () => (made === undefined ? asOwner(url, `DROP DATABASE IF EXISTS ${template}`) : undefined),
  };
};

// What a test wrote need not outlive the machine.
const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100' };

export const startEmbedded = async (): Promise<World> => {
  const data = mkdtempSync(join(tmpdir(), 'patchling-'));
  const server = await embeddedServer(data, quick);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

const asOwner = async (url: World['url'], statement: string): Promise<void> => {
  const pool = postgresPool(url('postgres'), 1);
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
};
