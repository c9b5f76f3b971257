import type { Selectable } from 'kysely';
import type { SubmissionState } from '../../core/programme/submissionState.ts';
import { type Task, type TaskFacts, type TaskStanding, taskStandings } from '../../core/programme/task.ts';
import type { TaskTable } from '../../edge/db/tables/taskTables.ts';
import type { Office } from '../office.ts';

/** A task without its words: those are read once it is known that one may. */
export interface NamedTask extends Task {
  readonly term: string;
  readonly slug: string;
  readonly title: string;
  readonly isExtra: boolean;
  readonly isRetired: boolean;
}

export interface Attempt {
  readonly id: string;
  readonly attempt: number;
  readonly state: SubmissionState;
  readonly late: boolean;
  readonly receivedAt: Date;
  readonly decidedAt: Date | null;
  readonly statement: string;
  readonly answer: string;
  readonly overrideReason: string | null;
}

export interface OwnFacts extends TaskFacts {
  readonly task: NamedTask;
  readonly attempts: readonly Attempt[];
  /** Why this person's deadline is another. */
  readonly extensionReason: string | undefined;
  /** Why this task was given to this person. */
  readonly extraReason: string | undefined;
}

export type OwnStanding = TaskStanding<OwnFacts>;

/** Where one person stands with the tasks of a term. Asks nobody's permission: for verbs that have. */
export async function standingsOf(
  { db, now }: Pick<Office, 'db' | 'now'>,
  term: string,
  person: string,
): Promise<OwnStanding[]> {
  const rows = await db
    .selectFrom('task')
    .leftJoin('task_person', (join) =>
      join.onRef('task_person.task', '=', 'task.id').on('task_person.person', '=', person),
    )
    .leftJoin('extension', (join) => join.onRef('extension.task', '=', 'task.id').on('extension.person', '=', person))
    .select(['task.id', 'task.term', 'ordinal', 'slug', 'title', 'release', 'release_at', 'deadline', 'is_extra'])
    .select([
      'required',
      'retired_at',
      'task_person.reason as extra_reason',
      'until',
      'extension.reason as extension_reason',
    ])
    .where('task.term', '=', term)
    .where((where) => where.or([where('is_extra', '=', false), where('task_person.person', 'is not', null)]))
    .execute();
  const attempts = await attemptsOf(db, term, person);
  const facts = rows.map((row) => ({
    task: asTask(row),
    extendedUntil: row.until ?? undefined,
    extensionReason: row.extension_reason ?? undefined,
    extraReason: row.extra_reason ?? undefined,
    attempts: attempts.get(row.id) ?? [],
  }));
  // A retired task is there for those who handed in something, and has never been for others.
  return taskStandings(
    facts.filter((one) => !one.task.isRetired || one.attempts.length > 0),
    now(),
  );
}

type TaskRow = Pick<
  Selectable<TaskTable>,
  | 'id'
  | 'term'
  | 'ordinal'
  | 'slug'
  | 'title'
  | 'release'
  | 'release_at'
  | 'deadline'
  | 'is_extra'
  | 'required'
  | 'retired_at'
>;

export const asTask = (row: TaskRow): NamedTask => ({
  ...{ id: row.id, term: row.term, ordinal: row.ordinal, slug: row.slug, title: row.title },
  ...{ release: row.release, releaseAt: row.release_at, deadline: row.deadline },
  ...{ isExtra: row.is_extra, required: row.required, isRetired: row.retired_at !== null },
});

async function attemptsOf(db: Office['db'], term: string, person: string): Promise<Map<string, Attempt[]>> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .select(['submission.id', 'submission.task', 'attempt', 'state', 'late', 'received_at', 'decided_at'])
    .select(['statement', 'answer', 'override_reason'])
    .where('task.term', '=', term)
    .where('submission.person', '=', person)
    .orderBy('attempt')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      ...{ task: row.task, id: row.id, attempt: row.attempt, state: row.state, late: row.late },
      ...{ receivedAt: row.received_at, decidedAt: row.decided_at, statement: row.statement },
      ...{ answer: row.answer, overrideReason: row.override_reason },
    })),
    ({ task }) => task,
  );
}
