import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { withDatabase } from '../../../test/world/programmeDatabase.ts';
import type { ChainHead, Fact } from '../../core/programme/chain.ts';
import { appendToChain } from './appendToChain.ts';
import type { Schema } from './schema.ts';
import { chainHead, verifyChain } from './verifyChain.ts';

const fact = (about: string, body: Fact['body'] = {}): Fact => ({
  at: new Date('2026-11-30T12:00:00.123Z'),
  by: 'mentor-1',
  kind: 'submission-accepted',
  about,
  body,
});

const append = (db: Kysely<Schema>, one: Fact): Promise<ChainHead> =>
  db.transaction().execute((trx) => appendToChain(trx, one));

const write = async (db: Kysely<Schema>, count: number): Promise<void> => {
  for (let at = 1; at <= count; at++) await append(db, fact(`submission-${at}`, { b: at / 3, a: [null, true, 'x'] }));
};

// As somebody does who owns the database.
const tamper = async (db: Kysely<Schema>, statement: string): Promise<void> => {
  await sql`ALTER TABLE decision DISABLE TRIGGER USER`.execute(db);
  await sql.raw(statement).execute(db);
};

test('twenty that decide at once make one chain', (t) =>
  withDatabase(t, async ({ db }) => {
    const writers = Array.from({ length: 20 }, async () => write(db, 10));
    await Promise.all(writers);
    const verdict = await verifyChain(db);
    assert.deepEqual(verdict, { kind: 'holds', head: await chainHead(db) });
    assert.equal(verdict.kind === 'holds' && verdict.head.seq, 200);
  }));

test('what is rolled back was never there', (t) =>
  withDatabase(t, async ({ db }) => {
    await write(db, 1);
    const undone = db.transaction().execute(async (trx) => {
      await appendToChain(trx, fact('submission-2'));
      throw new Error('no');
    });
    await assert.rejects(undone, /no/);
    assert.equal((await append(db, fact('submission-3'))).seq, 2);
    assert.equal((await verifyChain(db)).kind, 'holds');
  }));

test('no line is changed, deleted or emptied', (t) =>
  withDatabase(t, async ({ db }) => {
    await write(db, 2);
    for (const statement of ["UPDATE decision SET by = 'me'", 'DELETE FROM decision', 'TRUNCATE decision']) {
      await assert.rejects(sql.raw(statement).execute(db), /only appended to/);
    }
  }));

for (const [name, statement, verdict] of [
  ['a changed line', "UPDATE decision SET by = 'me' WHERE seq = 3", { kind: 'broken', seq: 3, because: 'hash' }],
  ['a line taken out', 'DELETE FROM decision WHERE seq = 2', { kind: 'broken', seq: 2, because: 'gap' }],
  ['an end cut off', 'DELETE FROM decision WHERE seq > 3', { kind: 'broken', seq: 4, because: 'end' }],
] as const) {
  test(`${name} is seen`, (t) =>
    withDatabase(t, async ({ db }) => {
      await write(db, 5);
      await tamper(db, statement);
      assert.deepEqual(await verifyChain(db), verdict);
    }));
}

test('a name, a text or an address does not get in', (t) =>
  withDatabase(t, async ({ db }) => {
    await assert.rejects(append(db, fact('submission-1', { why: 'was late' })), /was late/);
  }));
