import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../src/core/std.ts';
import { withTempFolder } from '../src/edge/tempFolder.ts';
import { killRounds } from './killRounds.ts';

test('what was acknowledged is there after kill -9, of us and of PostgreSQL', () =>
  withTempFolder(async (data) => {
    const random = seededRandom(process.env['SEED'] ?? '2026');
    const { rounds, writes, effects } = await killRounds({
      data,
      rounds: ['server'], // both die
      random,
      postmasterOf: data,
      restart: async () => {},
    });
    assert.ok(rounds.every(({ acknowledged }) => acknowledged > 0));
    assert.equal(writes, effects);
  }));
