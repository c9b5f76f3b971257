import type { Transaction } from 'kysely';
import type { Json } from '../../core/programme/chain.ts';
import type { ProgrammeFact } from '../../core/programme/programmeFact.ts';
import { appendToChain } from './appendToChain.ts';
import type { Schema } from './schema.ts';

/**
 * Appends what happened to the log of decisions, in the transaction of the change that it tells of. Do it last: from here to
 * the end of the transaction everybody else who decides waits.
 */
export async function appendFact(trx: Transaction<Schema>, fact: ProgrammeFact): Promise<void> {
  const { at, by, kind, about, ...body } = fact;
  const worded = Object.entries<Json>(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? inChain(value) : value,
  ]);
  await appendToChain(trx, { at, by, kind, about: inChain(about), body: Object.fromEntries(worded) });
}

/** Words of our lists, as `lead mentor`, without their spaces: the chain takes nothing that could be somebody's sentence. */
const inChain = (words: string): string =>
  /^[a-z]+(?: [a-z]+){1,4}$/.test(words) ? words.replaceAll(' ', '-') : words;
