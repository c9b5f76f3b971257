import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../src/edge/db/schema.ts';

/** Every row of every table that has a text in it, whatever its capitals; also where bytes hold it. */
export const rowsWith = async (db: Kysely<Schema>, text: string): Promise<string[]> => {
  const tables = await sql<{ name: string; space: string }>`SELECT table_name AS name, table_schema AS space
    FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
    AND table_type = 'BASE TABLE'`.execute(db);
  const lower = text.toLowerCase();
  const asBytes = Buffer.from(text).toString('hex');
  const hits: string[] = [];
  for (const { name, space } of tables.rows) {
    const rows = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(`${space}.${name}`)} t
      WHERE position(${lower} IN lower(t::text)) > 0 OR position(${asBytes} IN t::text) > 0`.execute(db);
    hits.push(...rows.rows.map(({ row }) => `${name}: ${row}`));
  }
  return hits;
};
