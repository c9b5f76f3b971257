import { appendFact } from '../../edge/db/appendFact.ts';
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
  { slug, name, words, disclosurePolicy }: ProgrammeOrder,
  by = 'operator',
): Promise<string> {
  const id = office.newId();
  const at = office.now();
  await office.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('programme')
      .values({ id, slug, name, words, disclosure_policy: disclosurePolicy, created_at: at })
      .execute();
    await appendFact(trx, { kind: 'programme-made', at, by, about: id });
  });
  return id;
}
