import type { Transaction } from 'kysely';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { Office } from '../office.ts';

export interface ProgrammeOrder {
  readonly slug: string;
  readonly name: string;
  /** Markdown. */
  readonly words: string;
  readonly disclosurePolicy: string;
}

/** A new programme, by the server's keeper. */
export async function makeProgramme(
  office: Pick<Office, 'db' | 'now' | 'newId'>,
  order: ProgrammeOrder,
  by = 'operator',
): Promise<string> {
  const id = await office.db.transaction().execute((trx) => insertProgramme(trx, office, order, by));
  if (id === undefined) throw new Error(`there is a programme ${order.slug} already`);
  return id;
}

/** In a transaction that does more; undefined where another has that address. */
export async function insertProgramme(
  trx: Transaction<Schema>,
  office: Pick<Office, 'now' | 'newId'>,
  { slug, name, words, disclosurePolicy }: ProgrammeOrder,
  by: string,
): Promise<string | undefined> {
  const id = office.newId();
  const at = office.now();
  const made = await trx
    .insertInto('programme')
    .values({ id, slug, name, words, disclosure_policy: disclosurePolicy, created_at: at })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return undefined;
  await appendFact(trx, { kind: 'programme-made', at, by, about: id });
  return id;
}
