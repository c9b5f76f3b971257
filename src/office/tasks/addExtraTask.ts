import type { Transaction } from 'kysely';
import { instantLine } from '../../core/programme/instantWords.ts';
import { mayDo } from '../../core/programme/mayDo.ts';
import { extraTaskMail } from '../../core/programme/receivedMail.ts';
import type { Asker } from '../../core/programme/role.ts';
import { reasonProblem, type TaskOrder, taskProblem } from '../../core/programme/taskProblem.ts';
import { appendFact } from '../../edge/db/appendFact.ts';
import type { Schema } from '../../edge/db/schema.ts';
import type { Mailing } from '../mailPerson.ts';
import { forbidden, type Refused, refused } from '../office.ts';
import { tellPerson } from '../tellPerson.ts';
import { readTerm } from '../term/readTerms.ts';
import { memberOf } from './extendDeadline.ts';
import { keptText } from './keptText.ts';
import { insertTask } from './makeTask.ts';

export interface ExtraOrder extends Omit<TaskOrder, 'release' | 'releaseAt'> {
  readonly term: string;
  readonly persons: readonly string[];
  /** The gap that it is to close; shown to them. */
  readonly reason: string;
}

type Host = Mailing;

/** A task for one person, or for some, that the others of the term do not have. They see it at once. */
export async function addExtraTask(
  office: Host,
  who: Asker,
  order: ExtraOrder,
): Promise<{ readonly kind: 'made'; readonly id: string } | Refused> {
  const permission = mayDo(who, { do: 'add-extra-task', term: order.term });
  if (!permission.may || who.id === undefined) return forbidden(permission);
  const by = who.id;
  const persons = [...new Set(order.persons)];
  if (persons.length === 0) return refused('Say whom it is for.');
  const term = await readTerm(office, order.term);
  if (!term) return refused('There is no such term.');
  const task = { ...order, release: 'at once', releaseAt: null } as const;
  const problem = taskProblem(task, term) ?? reasonProblem(order.reason);
  if (problem) return refused(problem);
  return office.db.transaction().execute(async (trx) => {
    const members = await Promise.all(persons.map((person) => memberOf(trx, order.term, person)));
    if (members.includes(undefined)) return refused('Somebody whom it is for does not take part in this term.');
    const id = await insertTask(trx, office, { ...task, isExtra: true, by });
    if (id === undefined) return refused(`This term has a task ${order.slug} already.`);
    for (const member of members) if (member) await give(trx, office, { id, by, member, order });
    return { kind: 'made', id } as const;
  });
}

async function give(
  trx: Transaction<Schema>,
  office: Host,
  given: {
    readonly id: string;
    readonly by: string;
    readonly member: { readonly id: string; readonly zone: string };
    readonly order: ExtraOrder;
  },
): Promise<void> {
  const { id, by, member, order } = given;
  const at = office.now();
  const reason = keptText(order.reason);
  await trx.insertInto('task_person').values({ task: id, person: member.id, reason }).execute();
  await appendFact(trx, { kind: 'task-given', at, by, about: member.id, task: id });
  const words = extraTaskMail({ title: order.title, deadline: instantLine(order.deadline, member.zone, at), reason });
  await tellPerson(trx, office, {
    person: member.id,
    term: order.term,
    kind: 'task-given',
    about: `${id} ${member.id}`,
    ...words,
  });
}
