import type { KeptCard } from '../../core/programme/keptCard.ts';
import type { Office } from '../office.ts';
import { sampleSubsystems } from './sampleSubsystems.ts';

/** What can be chosen in a programme. */
export interface Catalogue {
  readonly names: readonly string[];
  /** None before the keeper had a tree read: then names are all that there is. */
  readonly cards: readonly (KeptCard & { readonly madeAt: Date })[];
}

/** The subsystems of a programme, by their names. */
export const readCatalogue = async ({ db }: Pick<Office, 'db'>, programme: string): Promise<Catalogue> => {
  const rows = await db
    .selectFrom('subsystem_card')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('name')
    .execute();
  const cards = rows.map(({ made_at: madeAt, months, name, tree, begin, rows: own }) => ({
    ...{ name, tree, begin, rows: own, madeAt, months: months ?? undefined },
  }));
  return { cards, names: cards.length === 0 ? sampleSubsystems : cards.map(({ name }) => name) };
};
