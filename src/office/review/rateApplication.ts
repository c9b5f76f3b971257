import type { Rating } from '../../core/programme/applicationState.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { readersOf } from './readersOf.ts';

export const MOST_OF_NOTE = 4000;

/** What one reader says of an application; said again, it replaces what they said before. */
export async function rateApplication(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly application: string; readonly value: Rating; readonly note: string; readonly flagged: boolean },
): Promise<{ readonly kind: 'rated' } | Refused> {
  const application = await office.db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.person')
    .select(['application.term', 'application.person'])
    .where('application.id', '=', order.application)
    .where('person.frozen_at', 'is', null)
    .executeTakeFirst();
  if (!application) return refused('There is no such application.');
  const about = { term: application.term, owner: application.person, ...(await readersOf(office, order.application)) };
  const permission = mayDo(who, { do: 'rate-application', application: about });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  if (order.note.length > MOST_OF_NOTE) return refused(`A note has at most ${MOST_OF_NOTE} characters.`);
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    // Held until we are done: a decision that comes at the same time waits, or has come before.
    const open = await trx
      .selectFrom('application')
      .select('id')
      .where('id', '=', order.application)
      .where('state', 'in', ['sent', 'on the waiting list'])
      .forUpdate()
      .executeTakeFirst();
    if (!open) return refused('It is decided or withdrawn, so there is nothing to rate any more.');
    const said = { value: order.value, note: order.note, flagged: order.flagged, at };
    await trx
      .insertInto('rating')
      .values({ application: order.application, reviewer: by, ...said })
      .onConflict((conflict) => conflict.columns(['application', 'reviewer']).doUpdateSet(said))
      .execute();
    await appendFact(trx, { kind: 'application-rated', at, by, about: order.application, value: order.value });
    return { kind: 'rated' } as const;
  });
}
