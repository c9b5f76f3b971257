import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { Trouble } from '../../core/trouble.ts';
import { migrate, takenSteps } from './migrate.ts';
import { migrations } from './migrations.ts';

test('a database takes every step once', (t) =>
  withDatabase(t, async ({ db }) => {
    assert.deepEqual(await takenSteps(db), Object.keys(migrations).sort());
    assert.deepEqual(await migrate(db), []);
  }));

test('a database of a newer program is refused', (t) =>
  withDatabase(t, async ({ db }) => {
    await migrate(db, { ...migrations, '999-later': { up: async () => {} } });
    await assert.rejects(migrate(db), (error) => error instanceof Trouble && error.words.where === '999-later');
  }));

test('a step that fails leaves nothing behind', (t) =>
  withDatabase(t, async ({ db }) => {
    const broken = {
      ...migrations,
      '998-half': { up: async (trx: Kysely<never>) => void (await sql`CREATE TABLE half (a int)`.execute(trx)) },
      '999-broken': { up: async (trx: Kysely<never>) => void (await sql`SELECT nothing`.execute(trx)) },
    };
    await assert.rejects(migrate(db, broken), { kind: 'machine', message: /it is as it was/ });
    const { rows } = await sql<{ half: string | null }>`SELECT to_regclass('half')::text AS half`.execute(db);
    assert.deepEqual(rows, [{ half: null }]);
  }));
