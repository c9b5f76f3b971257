import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Trouble } from '../../core/trouble.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

/** Brings a database to this program's tables, all steps in one transaction; gives the names of those that it took. */
export const migrate = async (
  db: Kysely<Schema>,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<readonly string[]> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps }, allowUnorderedMigrations: true });
  const unknown = await unknownSteps(db, steps);
  if (unknown.length > 0) throw newerThanUs(unknown);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error === undefined) return results.map(({ migrationName }) => migrationName);
  const failed = results.find(({ status }) => status === 'Error')?.migrationName;
  throw notMigrated(failed, error);
};

/** The steps that a database has taken, sorted. */
export const takenSteps = async (db: Kysely<Schema>): Promise<readonly string[]> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const own = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
  const rows = await own.selectFrom('kysely_migration').select('name').execute();
  return rows.map(({ name }) => name).sort();
};

const unknownSteps = async (db: Kysely<Schema>, steps: Readonly<Record<string, Migration>>): Promise<string[]> =>
  (await takenSteps(db)).filter((name) => !Object.hasOwn(steps, name));

const newerThanUs = (unknown: readonly string[]): Trouble =>
  new Trouble('input', {
    what: 'The database is newer than this Patchling.',
    where: unknown.join(', '),
    why: 'It has tables that this program does not know, and would break what they promise.',
    next: 'Start the newer Patchling again; going back takes a backup from before.',
  });

const notMigrated = (step: string | undefined, error: unknown): Trouble => {
  const trouble = new Trouble('machine', {
    what: 'The database could not be brought to this program’s tables; it is as it was.',
    ...(step !== undefined && { where: step }),
    why: error instanceof Error ? error.message : String(error),
    next: 'Start the former Patchling again, and tell us the words above.',
  });
  trouble.cause = error;
  return trouble;
};
