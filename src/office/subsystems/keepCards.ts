import type { KeptCard } from '../../core/programme/keptCard.ts';
import type { Office } from '../office.ts';

/** Keeps what subsystems are like, for whoever chooses in a programme; a card of before is replaced. The keeper's deed. */
export const keepCards = async (
  { db, now }: Pick<Office, 'db' | 'now'>,
  order: { readonly programme: string; readonly cards: readonly KeptCard[] },
): Promise<void> => {
  const { programme, cards } = order;
  if (cards.length === 0) return;
  const rows = cards.map(({ name, tree, begin, rows: own, months }) => ({
    ...{ programme, name, tree, begin, made_at: now(), rows: JSON.stringify(own) },
    months: months === undefined ? null : JSON.stringify(months),
  }));
  await db
    .insertInto('subsystem_card')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['programme', 'name']).doUpdateSet((set) => ({
        ...{ tree: set.ref('excluded.tree'), made_at: set.ref('excluded.made_at'), begin: set.ref('excluded.begin') },
        ...{ rows: set.ref('excluded.rows'), months: set.ref('excluded.months') },
      })),
    )
    .execute();
};
