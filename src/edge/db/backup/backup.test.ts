import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { emptyDatabase, type TestDatabase, withDatabase } from '../../../../test/world/programmeDatabase.ts';
import { Trouble } from '../../../core/trouble.ts';
import { withTempFolder } from '../../tempFolder.ts';
import { appendToChain } from '../appendToChain.ts';
import type { Schema } from '../schema.ts';
import { verifyChain } from '../verifyChain.ts';
import { backupDatabase } from './backupDatabase.ts';
import { copyIn, copyOut } from './copyRows.ts';
import { MANIFEST } from './manifest.ts';
import { onClient } from './onClient.ts';
import { type Restored, restoreDatabase } from './restoreDatabase.ts';

const at = new Date('2026-11-30T12:00:00.000Z');

const fill = async (db: Kysely<Schema>): Promise<void> => {
  for (const about of ['s-1', 's-2', 's-3']) {
    await db
      .transaction()
      .execute((trx) => appendToChain(trx, { at, by: 'm-1', kind: 'accepted', about, body: { n: 1 } }));
  }
  await db.insertInto('erasure').values({ person: 'p-1', at }).execute();
};

const erase = async (db: Kysely<Schema>, person: string): Promise<void> => {
  await db.insertInto('erasure').values({ person, at }).execute();
};

const withBackup = (t: TestContext, use: (folder: string, from: TestDatabase) => Promise<void>): Promise<void> =>
  withTempFolder((temp) =>
    withDatabase(t, async (from) => {
      await fill(from.db);
      const folder = join(temp, 'backup');
      await backupDatabase(from.pool, { to: folder, version: '1.2.3', at });
      await use(folder, from);
    }),
  );

const restore = async (t: TestContext, folder: string, erased: string[] = []): Promise<[TestDatabase, Restored]> => {
  const to = await emptyDatabase(t);
  return [to, await restoreDatabase(to.pool, { folder, erased, erase })];
};

test('a backup restores every row, and erases again whom it still knew', (t) =>
  withBackup(t, async (folder, from) => {
    const [to, { manifest, erasedAgain }] = await restore(t, folder, ['p-1', 'p-2', 'p-2']);
    assert.deepEqual(erasedAgain, ['p-2']);
    assert.deepEqual(await verifyChain(to.db), await verifyChain(from.db));
    assert.deepEqual(
      await to.db.selectFrom('decision').selectAll().orderBy('seq').execute(),
      await from.db.selectFrom('decision').selectAll().orderBy('seq').execute(),
    );
    assert.equal(manifest.version, '1.2.3');
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'public.decision.copy')).mode & 0o777, 0o600);
    // The log goes on where it was, and is guarded again.
    await to.db.transaction().execute((trx) => appendToChain(trx, { at, by: 'm', kind: 'k', about: 'a', body: {} }));
    assert.equal((await verifyChain(to.db)).kind, 'holds');
    await assert.rejects(sql`DELETE FROM decision`.execute(to.db), /only appended to/);
  }));

test('jobs come back', (t) =>
  withTempFolder((temp) =>
    withDatabase(t, async (from) => {
      const boss = await startBoss(from.url);
      await boss.createQueue('mail');
      const id = await from.db.transaction().execute((trx) => boss.send('mail', { to: 'x' }, { db: fromKysely(trx) }));
      await boss.stop({ graceful: false });
      const folder = join(temp, 'backup');
      await backupDatabase(from.pool, { to: folder, version: '1.2.3', at });
      const [to] = await restore(t, folder);
      const again = await startBoss(to.url);
      const jobs = await again.fetch('mail');
      await again.stop({ graceful: false });
      assert.deepEqual(
        jobs.map((job) => job.id),
        [id],
      );
    }),
  ));

const startBoss = async (connectionString: string): Promise<PgBoss> => {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false });
  boss.on('error', () => {});
  return boss.start();
};

test('a backup is never written over', (t) =>
  withBackup(t, async (folder, { pool }) => {
    await assert.rejects(backupDatabase(pool, { to: folder, version: '1', at }), {
      kind: 'input',
      message: /there already/,
    });
  }));

const damages: readonly [string, RegExp, (folder: string) => void][] = [
  ['cut off', /not as it was written/, (folder) => truncateSync(join(folder, 'public.decision.copy'), 100)],
  [
    'longer',
    /not as it was written/,
    (folder) => appendFileSync(join(folder, 'public.erasure.copy'), 'p-9\t2026-01-01\n'),
  ],
  ['changed', /not as it was written/, (folder) => edit(folder, 'public.decision.copy', 'm-1', 'm-2')],
  [
    'of a newer program',
    /is of a newer Patchling \(1.2.3\)/,
    (folder) => edit(folder, MANIFEST, '900-decisionLog', '999-later'),
  ],
  [
    'of another kind',
    /no backup that this Patchling can read/,
    (folder) => edit(folder, MANIFEST, '"format": 1', '"format": 2'),
  ],
  [
    'with a name that leads elsewhere',
    /no backup/,
    (folder) => edit(folder, MANIFEST, '"erasure"', '"../../etc/passwd"'),
  ],
];

const edit = (folder: string, file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(join(folder, file), text.replace(from, to));
};

test('a damaged backup restores nothing', (t) =>
  withBackup(t, async (folder) => {
    const to = await emptyDatabase(t);
    for (const [name, words, damage] of damages) {
      const copy = `${folder} ${name}`;
      cpSync(folder, copy, { recursive: true });
      damage(copy);
      const refused = restoreDatabase(to.pool, { folder: copy, erased: [], erase });
      await assert.rejects(refused, (error) => error instanceof Trouble && words.test(error.message), name);
      assert.deepEqual(await to.db.introspection.getTables({ withInternalKyselyTables: true }), [], name);
    }
  }));

test('one whose sums were made anew is found out by the chain', (t) =>
  withBackup(t, async (folder, from) => {
    await sql`ALTER TABLE decision DISABLE TRIGGER USER`.execute(from.db);
    await sql`UPDATE decision SET by = 'm-2' WHERE seq = 2`.execute(from.db);
    const forged = join(folder, 'forged');
    const { chain } = await backupDatabase(from.pool, { to: forged, version: '1.2.3', at });
    assert.deepEqual(chain, { kind: 'broken', seq: 2, because: 'hash' });
    const genuine = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const made = JSON.parse(readFileSync(join(forged, MANIFEST), 'utf8'));
    writeFileSync(join(forged, MANIFEST), JSON.stringify({ ...made, chain: genuine.chain }));
    await assert.rejects(restore(t, forged), /not as it was written/);
  }));

test('a database that is in use is not restored into', (t) =>
  withBackup(t, async (folder, { pool }) => {
    await assert.rejects(restoreDatabase(pool, { folder, erased: [], erase }), { kind: 'input', message: /not empty/ });
  }));

// What people write: tabs, ends of lines, backslashes, the mark of no value, and no value at all.
const notes = ['a\tb\\\nc\r', null, '\\N', '\\.', 'ä€𝄞', 'x'.repeat(300_000)];

test('any text comes through COPY as it was', (t) =>
  withDatabase(t, async ({ pool }) => {
    await pool.query('CREATE TABLE note (id int, text text); CREATE TABLE copy (id int, text text)');
    for (const [id, text] of notes.entries()) await pool.query('INSERT INTO note VALUES ($1, $2)', [id, text]);
    await onClient(pool, async (client) => {
      const pieces: Uint8Array[] = [];
      assert.equal(await copyOut(client, 'COPY note TO STDOUT', (piece) => pieces.push(piece)), notes.length);
      assert.equal(await copyIn(client, 'COPY copy FROM STDIN', pieces), notes.length);
      await assert.rejects(
        copyIn(client, 'COPY copy FROM STDIN', [new TextEncoder().encode('x\ty\n')]),
        /invalid input/,
      );
      await assert.rejects(
        copyOut(client, 'COPY note TO STDOUT', () => assert.fail('full')),
        /full/,
      );
    });
    const { rows } = await pool.query('SELECT text FROM copy ORDER BY id');
    assert.deepEqual(
      rows.map(({ text }) => text),
      notes,
    );
  }));
