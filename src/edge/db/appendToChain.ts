import { sql, type Transaction } from 'kysely';
import { type ChainHead, type Fact, factText, readableParts } from '../../core/programme/chain.ts';
import type { Schema } from './schema.ts';

/**
 * Appends to the log of decisions, in the transaction of the change that it tells of. Do it last: from here to the end of the
 * transaction everybody else who decides waits. The transaction must be READ COMMITTED, as is the default.
 */
export const appendToChain = async (trx: Transaction<Schema>, fact: Fact): Promise<ChainHead> => {
  const readable = readableParts(fact);
  if (readable.length > 0) throw new TypeError(`a fact holds no text that people can read: ${readable.join(', ')}`);
  const { at, by, kind, about, body } = fact;
  const { rows } = await sql<ChainHead>`
    SELECT seq, hash FROM append_decision(
      ${at}::timestamptz, ${by}, ${kind}, ${about}, ${JSON.stringify(body)}::jsonb, ${factText(fact)}
    )`.execute(trx);
  const [head] = rows;
  if (!head) throw new Error('the log of decisions has no head');
  return head;
};
