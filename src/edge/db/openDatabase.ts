import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { Trouble } from '../../core/trouble.ts';
import { OWNER } from './embedded/cluster.ts';
import { embeddedServer } from './embedded/embeddedServer.ts';
import { postgresPool } from './postgresPool.ts';
import type { Schema } from './schema.ts';
import { holdSingleServer } from './singleServer.ts';

export interface DatabaseOrder {
  /** The data folder; the embedded server lives in its `postgres`. */
  readonly data: string;
  /** A PostgreSQL server of one's own: `postgres://…`. Without it, the embedded one. */
  readonly url?: string;
  /** For a command beside a server that may be running: takes no lock, and stops nothing that a server needs. */
  readonly beside?: boolean;
  /** The connection that makes us the only server broke, so another may begin: end soon. */
  readonly onLost?: () => void;
}

export interface Database {
  readonly db: Kysely<Schema>;
  readonly pool: pg.Pool;
  /** With its password: not for logs. */
  readonly url: string;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

/** @throws Trouble `missing` without PostgreSQL's programs, `input` where another process serves it, `machine` where it fails. */
export const openDatabase = async (order: DatabaseOrder): Promise<Database> => {
  const server = order.url === undefined ? await embeddedServer(order.data) : undefined;
  const url = order.url ?? server?.url(OWNER) ?? '';
  await reach(url);
  const single = order.beside === true ? undefined : await holdSingleServer(url, order.onLost ?? (() => {}));
  const pool = postgresPool(url);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    url,
    isEmbedded: server !== undefined,
    close: async () => {
      await pool.end();
      // Beside a server nothing is stopped, unless we find that there is none.
      const held = single ?? (server && (await holdSingleServer(url, () => {}).catch(() => undefined)));
      if (held) await server?.stop();
      await held?.release();
    },
  };
};

const reach = async (url: string): Promise<void> => {
  const pool = postgresPool(url, 1);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    throw unreachable(url, error as Error);
  } finally {
    await pool.end();
  }
};

const unreachable = (url: string, error: Error): Trouble => {
  const place = URL.canParse(url) ? new URL(url).host : 'the address given';
  return new Trouble('input', {
    what: 'The database cannot be reached.',
    where: decodeURIComponent(place),
    why: error.message,
    next: 'Try the same address with psql, then start again with --database postgres://USER:PASSWORD@HOST/DATABASE',
  });
};
