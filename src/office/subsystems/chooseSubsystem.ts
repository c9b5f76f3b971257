import { mayChoose, sectionWord } from '../../core/programme/mayChoose.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused } from '../office.ts';
import { readChoices } from './readChoices.ts';

/** A mentee chooses a subsystem: one of these names, and at most two at once. */
export async function chooseSubsystem(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly name: string; readonly names: ReadonlySet<string> },
): Promise<{ readonly kind: 'chosen' } | Refused> {
  const permission = mayDo(who, { do: 'choose-subsystems', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const person = who.id;
  return office.db.transaction().execute(async (trx) => {
    // One choice at a time for a person: the two are counted while they choose no other.
    await trx.selectFrom('person').select('id').where('id', '=', person).forNoKeyUpdate().execute();
    const choices = await readChoices({ db: trx }, who, order);
    const chosen = choices.filter(({ dropped_at }) => dropped_at === null).map(({ name }) => name);
    const decided = mayChoose(order.names, chosen, order.name);
    if (decided.kind === 'refused') return decided;
    const at = office.now();
    await trx
      .insertInto('subsystem_choice')
      .values({ term: order.term, person, name: order.name, chosen_at: at, dropped_at: null, reason: '' })
      .execute();
    await appendFact(trx, {
      ...{ kind: 'subsystem-chosen', at, by: person, about: person, term: order.term, name: sectionWord(order.name) },
    });
    return { kind: 'chosen' } as const;
  });
}
