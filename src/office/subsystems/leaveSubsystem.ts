import { sectionWord } from '../../core/programme/mayChoose.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import { reasonProblem } from '../../core/programme/taskProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import { forbidden, type Office, type Refused, refused } from '../office.ts';
import { keptText } from '../tasks/keptText.ts';

/** A mentee leaves a subsystem, and says why; that it was chosen is kept with the reason. */
export async function leaveSubsystem(
  office: Pick<Office, 'db' | 'now'>,
  who: Asker,
  order: { readonly term: string; readonly name: string; readonly reason: string },
): Promise<{ readonly kind: 'left' } | Refused> {
  const permission = mayDo(who, { do: 'choose-subsystems', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const person = who.id;
  const problem = reasonProblem(order.reason);
  if (problem) return refused(problem);
  const at = office.now();
  return office.db.transaction().execute(async (trx) => {
    const left = await trx
      .updateTable('subsystem_choice')
      .set({ dropped_at: at, reason: keptText(order.reason) })
      .where('term', '=', order.term)
      .where('person', '=', person)
      .where('name', '=', order.name)
      .where('dropped_at', 'is', null)
      .executeTakeFirst();
    if (left.numUpdatedRows !== 1n) return refused('You have not chosen it.');
    await appendFact(trx, {
      ...{ kind: 'subsystem-dropped', at, by: person, about: person, term: order.term, name: sectionWord(order.name) },
    });
    return { kind: 'left' } as const;
  });
}
