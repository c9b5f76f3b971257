import assert from 'node:assert/strict';
import test from 'node:test';
import { seededRandom } from '../../src/core/std.ts';
import { withTempFolder } from '../../src/edge/tempFolder.ts';
import { killedServer } from './killedServer.ts';

test('a server killed under people, with its PostgreSQL and without, keeps what it acknowledged and writes to each once', async () => {
  const killed = await withTempFolder((data) =>
    killedServer({ data, people: 60, rounds: 2, random: seededRandom('2026') }),
  );
  assert.deepEqual([killed.saved, killed.sent, killed.ofPostgres], [60, 60, 2]);
});
