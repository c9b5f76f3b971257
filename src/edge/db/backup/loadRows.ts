import type { ClientBase } from 'pg';
import { getConstructionPlans } from 'pg-boss';
import { Trouble } from '../../../core/trouble.ts';
import { copyTarget, quoted, tableShapes } from './backedTables.ts';
import { copyIn } from './copyRows.ts';
import { type BackedTable, type Manifest, tableFile } from './manifest.ts';
import { piecesOf } from './piecesOf.ts';

/** Fills the tables, which have just been made, with a backup's rows. Runs inside the caller's transaction. */
export const loadRows = async (client: ClientBase, folder: string, manifest: Manifest): Promise<void> => {
  if (manifest.tables.some(({ schema }) => schema === 'pgboss')) await makeJobTables(client);
  await checkShapes(client, manifest);
  const ties = await foreignKeys(client);
  // Rows come table by table, so that some point to rows that are not there yet.
  for (const { table, name } of ties) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of manifest.tables) await loadTable(client, folder, table);
  for (const { table, name, definition } of ties) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
  for (const { schema, sequence, last } of manifest.sequences) {
    await client.query('SELECT setval($1::regclass, $2)', [quoted(client, schema, sequence), last]);
  }
};

const makeJobTables = async (client: ClientBase): Promise<void> => {
  const plan = getConstructionPlans('pgboss');
  await client.query(plan.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, ''));
};

const checkShapes = async (client: ClientBase, { tables, version }: Manifest): Promise<void> => {
  const ours = new Map((await tableShapes(client)).map((shape) => [`${shape.schema}.${shape.table}`, shape.columns]));
  const strange = tables.find(({ schema, table, columns }) => {
    const known = ours.get(`${schema}.${table}`);
    return known === undefined || columns.some((column) => !known.includes(column));
  });
  if (!strange) return;
  throw new Trouble('input', {
    what: 'The backup has a table that is made otherwise here. Nothing was restored.',
    where: `${strange.schema}.${strange.table}`,
    why: `It is of Patchling ${version}.`,
    next: `Restore it with Patchling ${version}, then start the newer one.`,
  });
};

interface Tie {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const foreignKeys = async (client: ClientBase): Promise<readonly Tie[]> => {
  const { rows } = await client.query<Tie>(`
    SELECT c.conrelid::regclass::text AS table, quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
    WHERE c.contype = 'f' AND c.conparentid = 0 AND n.nspname IN ('public', 'pgboss')`);
  return rows;
};

/** What migrations put into a table is in the backup, too, as it was then. */
const loadTable = async (client: ClientBase, folder: string, table: BackedTable): Promise<void> => {
  const name = quoted(client, table.schema, table.table);
  await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await client.query(`DELETE FROM ${name}`);
  await copyIn(client, `COPY ${copyTarget(client, table)} FROM STDIN`, piecesOf(tableFile(folder, table)));
  await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
};
