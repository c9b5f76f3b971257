import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Schema } from '../schema.ts';

/** Gives `use` one connection, as itself and under Kysely, so that COPY and queries share a transaction. */
export const onClient = async <T>(
  pool: Pool,
  use: (client: PoolClient, db: Kysely<Schema>) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  const connection = { query: client.query.bind(client), release: () => {} } as unknown as PoolClient;
  const lent = { connect: async () => connection, end: async () => {}, options: {} };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: lent }) });
  let broken: Error | undefined;
  try {
    return await use(client, db);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken); // a connection that something broke on is not used again
  }
};
