import { type Kysely, sql } from 'kysely';
import {
  type ChainedFact,
  type ChainHead,
  type ChainVerdict,
  emptyChain,
  verifyEnd,
  verifyNext,
} from '../../core/programme/chain.ts';
import type { Schema } from './schema.ts';

const AT_ONCE = 1000;

/** Reads the log of decisions from its beginning, as of one moment, and says where it breaks. */
export const verifyChain = (db: Kysely<Schema>): Promise<ChainVerdict> =>
  db.isTransaction
    ? verifyIn(db)
    : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(verifyIn);

const verifyIn = async (db: Kysely<Schema>): Promise<ChainVerdict> => {
  let verdict: ChainVerdict = { kind: 'holds', head: emptyChain };
  for await (const facts of pages(db)) verdict = facts.reduce(verifyNext, verdict);
  return verifyEnd(verdict, await chainHead(db));
};

async function* pages(db: Kysely<Schema>): AsyncGenerator<readonly ChainedFact[]> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const facts = await db
      .selectFrom('decision')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute();
    yield facts;
    const last = facts.at(-1);
    if (!last || facts.length < AT_ONCE) return;
    after = last.seq;
  }
}

/** Where the log ends. Kept elsewhere (a backup, a page of the programme), it shows a log that was cut or written anew. */
export const chainHead = async (db: Kysely<Schema>): Promise<ChainHead> => {
  const { rows } = await sql<ChainHead>`SELECT seq, hash FROM decision_head`.execute(db);
  return rows[0] ?? emptyChain;
};
