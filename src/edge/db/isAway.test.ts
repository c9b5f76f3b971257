import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import { isAway } from './isAway.ts';

test('a line that is cut is told from a mistake, whoever tells of it', async (t) =>
  withDatabase(t, async ({ db, pool }) => {
    const wrong = await sql`SELECT nothing`.execute(db).catch((error: Error) => error);
    assert.ok(wrong instanceof Error);
    assert.equal(await isAway(db, wrong), false);
    assert.equal(await isAway(db, new Error('told by a library')), false);
    const cut = await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(db).catch((error: Error) => error);
    assert.ok(cut instanceof Error);
    assert.equal(await isAway(db, cut), true);
    await pool.end();
    assert.equal(await isAway(db, new Error('told by a library')), true);
  }));
