import { randomUUID } from 'node:crypto';
import { postgresPool } from '../../src/edge/db/postgresPool.ts';

/** Gives `use` the address of a new database on the server that `named` leads to, and deletes it afterwards. */
export async function withOwnDatabase<T>(named: string, use: (url: string) => Promise<T>): Promise<T> {
  const name = `figure_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(named);
  url.pathname = `/${name}`;
  const pool = postgresPool(named, 1);
  try {
    await pool.query(`CREATE DATABASE ${name}`);
    return await use(url.href);
  } finally {
    await pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await pool.end();
  }
}
