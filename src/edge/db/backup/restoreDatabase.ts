import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import type { ClientBase, Pool } from 'pg';
import { Trouble } from '../../../core/trouble.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import type { Schema } from '../schema.ts';
import { verifyChain } from '../verifyChain.ts';
import { quoted } from './backedTables.ts';
import { loadRows } from './loadRows.ts';
import { type BackedTable, type Manifest, readManifest, tableFile } from './manifest.ts';
import { onClient } from './onClient.ts';
import { piecesOf } from './piecesOf.ts';

export interface RestoreOrder {
  readonly folder: string;
  /** Everybody who was ever erased, by opaque id: also those whom this backup still knows. */
  readonly erased: Iterable<string>;
  /** Erases one person, as the programme does. */
  erase(trx: Transaction<Schema>, person: string): Promise<void>;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Those whom the backup still knew. */
  readonly erasedAgain: readonly string[];
}

/** Fills an empty database from a backup, in one transaction: all of it, or it stays empty. */
export const restoreDatabase = async (pool: Pool, order: RestoreOrder): Promise<Restored> => {
  const manifest = readManifest(order.folder);
  checkFiles(order.folder, manifest);
  const steps = stepsOf(manifest);
  return onClient(pool, async (client, db) => {
    await checkEmpty(client);
    return db.transaction().execute(async (trx) => {
      await migrate(trx, steps);
      await loadRows(client, order.folder, manifest);
      await checkCounts(client, manifest);
      await checkChain(trx, manifest);
      await migrate(trx);
      return { manifest, erasedAgain: await eraseAgain(trx, order) };
    });
  });
};

const damaged = (where: string, why: string): Trouble =>
  new Trouble('input', {
    what: 'The backup is not as it was written. Nothing was restored.',
    where,
    why,
    next: 'Take another copy of it, or an older backup.',
  });

const checkFiles = (folder: string, { tables }: Manifest): void => {
  for (const table of tables) {
    const path = tableFile(folder, table);
    const hash = createHash('sha256');
    let bytes = 0;
    for (const piece of piecesOf(path)) {
      hash.update(piece);
      bytes += piece.length;
    }
    if (bytes !== table.bytes) throw damaged(path, `It has ${bytes} bytes, and ${table.bytes} were written.`);
    if (hash.digest('hex') !== table.sha256) throw damaged(path, 'Its SHA-256 is another.');
  }
};

/** The migrations up to where the backup was made; the later ones are taken after its rows are in. */
const stepsOf = ({ steps, version }: Manifest): typeof migrations => {
  const unknown = steps.filter((step) => !Object.hasOwn(migrations, step));
  if (unknown.length === 0)
    return Object.fromEntries(Object.entries(migrations).filter(([step]) => steps.includes(step)));
  throw new Trouble('input', {
    what: `The backup is of a newer Patchling (${version}).`,
    where: unknown.join(', '),
    why: 'It has tables that this program does not know.',
    next: `Restore it with Patchling ${version} or newer.`,
  });
};

const checkEmpty = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') LIMIT 1`);
  if (rows[0] === undefined) return;
  throw new Trouble('input', {
    what: 'The database is not empty.',
    where: rows[0].name,
    why: 'A backup is never mixed with what is there.',
    next: 'Restore into a new data folder, or a new database.',
  });
};

const checkCounts = async (client: ClientBase, { tables }: Manifest): Promise<void> => {
  for (const table of tables) {
    const found = await countOf(client, table);
    if (found !== table.rows) throw damaged(table.table, `${table.rows} rows were backed up, and ${found} came back.`);
  }
};

const countOf = async (client: ClientBase, { schema, table }: BackedTable): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${quoted(client, schema, table)}`);
  return Number(rows[0]?.count);
};

const checkChain = async (db: Kysely<Schema>, { chain }: Manifest): Promise<void> => {
  const found = await verifyChain(db);
  if (isDeepStrictEqual(found, chain)) return;
  throw damaged(
    'decision',
    `The log of decisions was found as ${JSON.stringify(chain)}, and is ${JSON.stringify(found)}.`,
  );
};

const eraseAgain = async (trx: Transaction<Schema>, { erased, erase }: RestoreOrder): Promise<readonly string[]> => {
  const done = new Set((await trx.selectFrom('erasure').select('person').execute()).map(({ person }) => person));
  const missing = [...new Set(erased)].filter((person) => !done.has(person));
  for (const person of missing) await erase(trx, person);
  return missing;
};
