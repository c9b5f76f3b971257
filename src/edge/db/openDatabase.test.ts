import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Trouble } from '../../core/trouble.ts';
import { withTempFolder } from '../tempFolder.ts';
import { openDatabase } from './openDatabase.ts';

test('one process serves a data folder, commands come beside it', () =>
  withTempFolder(async (data) => {
    const server = await openDatabase({ data });
    assert.equal(server.isEmbedded, true);
    const beside = await openDatabase({ data, beside: true });
    await assert.rejects(openDatabase({ data }), isServedBy(process.pid));
    await beside.close();
    const { rows } = await sql<{ fsync: string }>`SHOW fsync`.execute(server.db);
    assert.deepEqual(rows, [{ fsync: 'on' }]);
    await server.close();
    const again = await openDatabase({ data });
    await again.close();
  }));

const isServedBy = (pid: number) => (error: unknown) =>
  error instanceof Trouble && error.kind === 'input' && error.words.where === `process ${pid}`;
