import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Trouble } from '../../core/trouble.ts';
import { withTempFolder } from '../tempFolder.ts';
import { openDatabase } from './openDatabase.ts';

const says = (kind: Trouble['kind'], words: RegExp) => (error: unknown) =>
  error instanceof Trouble && error.kind === kind && words.test(`${error.words.what} ${error.words.where}`);

const opens = async (data: string): Promise<void> => (await openDatabase({ data })).close();

test('one process serves a data folder, commands come beside it', () =>
  withTempFolder(async (data) => {
    const both = await Promise.allSettled([openDatabase({ data }), openDatabase({ data })]);
    const server = both.find((one) => one.status === 'fulfilled')?.value;
    const refused = both.find((one) => one.status === 'rejected')?.reason;
    assert.ok(server && says('input', new RegExp(`serves this database already. process ${process.pid}$`))(refused));
    const beside = await openDatabase({ data, beside: true });
    await beside.close();
    const { rows } = await sql<{ fsync: string; sync: string; listens: string }>`
      SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync,
        current_setting('listen_addresses') AS listens`.execute(server.db);
    assert.deepEqual(rows, [{ fsync: 'on', sync: 'on', listens: '' }]);
    assert.equal(statSync(join(data, 'postgres')).mode & 0o777, 0o700);
    await server.close();
  }));

test('what is wrong with a data folder is said', () =>
  withTempFolder(async (above) => {
    const data = join(above, 'a folder whose path is too long for a socket '.repeat(3));
    mkdirSync(data);
    chmodSync(above, 0o711); // as root, the server's user must come through
    await opens(data);
    const cluster = join(data, 'postgres', 'cluster');
    // After a reboot its number may be another program's: ours here.
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp\n\n1 1\nready\n`);
    await opens(data);
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    await assert.rejects(opens(data), says('input', /of PostgreSQL 17/));
    rmSync(join(cluster, 'PG_VERSION'));
    await assert.rejects(opens(data), says('input', /is no database of PostgreSQL/));
    writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
    writeFileSync(join(data, 'postgres', 'password'), 'another\n');
    await assert.rejects(opens(data), says('input', /does not take its password/));
    rmSync(join(data, 'postgres', 'password'));
    await assert.rejects(opens(data), says('input', /password of the embedded database is gone/));
  }));

test('a server that is not there, and a cluster that is damaged', () =>
  withTempFolder(async (data) => {
    const url = 'postgres://ada:secret@127.0.0.1:1/programme';
    await assert.rejects(openDatabase({ data, url }), (error) => {
      assert.doesNotMatch(JSON.stringify((error as Trouble).words), /secret/);
      return says('input', /cannot be reached/)(error);
    });
    await opens(data);
    rmSync(join(data, 'postgres', 'cluster', 'global', 'pg_control'));
    await assert.rejects(opens(data), says('machine', /does not start/));
  }));
