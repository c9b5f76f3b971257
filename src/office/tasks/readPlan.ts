import { mayDo } from '../../core/programme/mayDo.ts';
import type { Asker } from '../../core/programme/role.ts';
import type { Office } from '../office.ts';
import { asTask, type NamedTask } from './standingsOf.ts';

export interface PlannedTask {
  readonly task: NamedTask;
  /** Markdown. */
  readonly words: string;
  /** Whom an extra task is for, by name. */
  readonly persons: readonly string[];
}

export interface Member {
  readonly id: string;
  readonly name: string;
}

/** All tasks of a term in their order, for those who plan it; undefined for others. */
export async function readPlan(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string },
): Promise<readonly PlannedTask[] | undefined> {
  const isPlanner = mayDo(who, { do: 'change-tasks', term: order.term }).may;
  if (!isPlanner && !mayDo(who, { do: 'add-extra-task', term: order.term }).may) return undefined;
  const [rows, given] = await Promise.all([
    db.selectFrom('task').selectAll().where('term', '=', order.term).orderBy('ordinal').orderBy('id').execute(),
    db
      .selectFrom('task_person')
      .innerJoin('task', 'task.id', 'task_person.task')
      .innerJoin('person', 'person.id', 'task_person.person')
      .select(['task', 'name'])
      .where('term', '=', order.term)
      .orderBy('name')
      .execute(),
  ]);
  const persons = Map.groupBy(given, ({ task }) => task);
  return rows.map((row) => ({
    task: asTask(row),
    words: row.words,
    persons: (persons.get(row.id) ?? []).map(({ name }) => name),
  }));
}

/** Those who have tasks in a term, by name: to give one of them more time or another task. */
export async function readMembers(
  { db }: Pick<Office, 'db'>,
  who: Asker,
  order: { readonly term: string; readonly like: string },
): Promise<readonly Member[]> {
  const asked = (['extend-deadline', 'add-extra-task'] as const).map((deed) => ({ do: deed, term: order.term }));
  if (!asked.some((deed) => mayDo(who, deed).may)) return [];
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('term', '=', order.term)
    .where('role', 'in', ['applicant', 'mentee'])
    .where('erased_at', 'is', null)
    .where('person.name', 'ilike', `%${order.like.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`)
    .orderBy('person.name')
    .limit(100)
    .execute();
}
