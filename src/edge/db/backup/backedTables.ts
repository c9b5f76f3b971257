import type { ClientBase } from 'pg';

/** A table's name is that of its file, too. */
export interface TableShape {
  readonly schema: string;
  readonly table: string;
  /** Without those that PostgreSQL computes. */
  readonly columns: readonly string[];
}

/** The tables of ours and those of the jobs; not kysely's own, whose content is said in the backup's first file. */
export const tableShapes = async (client: ClientBase): Promise<readonly TableShape[]> => {
  const { rows } = await client.query<TableShape>(`
    SELECT n.nspname AS schema, c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'r' AND c.relname NOT LIKE 'kysely\\_%'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return rows;
};

export interface SequenceState {
  readonly schema: string;
  readonly sequence: string;
  readonly last: string;
}

export const sequenceStates = async (client: ClientBase): Promise<readonly SequenceState[]> => {
  const { rows } = await client.query<SequenceState>(`
    SELECT schemaname AS schema, sequencename AS sequence, last_value::text AS last FROM pg_sequences
    WHERE schemaname IN ('public', 'pgboss') AND last_value IS NOT NULL ORDER BY 1, 2`);
  return rows;
};

/** `schema.table (columns)`, quoted, as COPY takes it. */
export const copyTarget = (client: ClientBase, { schema, table, columns }: TableShape): string =>
  `${quoted(client, schema, table)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;

export const quoted = (client: ClientBase, ...names: readonly string[]): string =>
  names.map((name) => client.escapeIdentifier(name)).join('.');
