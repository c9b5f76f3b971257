import { holder, type SubmissionState } from '../../core/programme/submissionState.ts';
import type { Office } from '../office.ts';
import { conflictsOf } from './conflictsOf.ts';

/** What verbs of the queue decide from. */
export interface Waiting {
  readonly id: string;
  readonly term: string;
  readonly task: string;
  readonly title: string;
  readonly person: string;
  readonly attempt: number;
  readonly state: SubmissionState;
  readonly answer: string;
  readonly takenBy: string | null;
  /** Whoever has it now. */
  readonly holder: string | undefined;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** A newer attempt of the same person at the same task. */
  readonly hasNewer: boolean;
  /** The person asked that nothing be done with their data: to others it is not there. */
  readonly isFrozen: boolean;
  /** Mentors who said that they know the person too well to judge. */
  readonly conflicts: readonly string[];
}

/** One submission as it stands; undefined where there is none of that id. */
export async function submissionOf({ db, now }: Pick<Office, 'db' | 'now'>, id: string): Promise<Waiting | undefined> {
  const row = await db
    .selectFrom('submission')
    .innerJoin('task', 'task.id', 'submission.task')
    .innerJoin('person', 'person.id', 'submission.person')
    .select([
      'person.frozen_at',
      'submission.id',
      'task.term',
      'submission.task',
      'task.title',
      'submission.person',
      'attempt',
      'state',
    ])
    .select(['answer', 'taken_by', 'taken_until', 'decided_by', 'decided_at'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('submission as newer')
          .select('newer.id')
          .whereRef('newer.task', '=', 'submission.task')
          .whereRef('newer.person', '=', 'submission.person')
          .whereRef('newer.attempt', '>', 'submission.attempt'),
      ).as('has_newer'),
    )
    .where('submission.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...{ id: row.id, term: row.term, task: row.task, title: row.title, person: row.person, attempt: row.attempt },
    ...{ state: row.state, answer: row.answer, takenBy: row.taken_by, hasNewer: Boolean(row.has_newer) },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, isFrozen: row.frozen_at !== null },
    holder: row.state === 'waiting' ? holder({ by: row.taken_by, until: row.taken_until }, now()) : undefined,
    conflicts: await conflictsOf({ db }, row),
  };
}

/** One that somebody else may work on. */
export async function workableSubmission(office: Pick<Office, 'db' | 'now'>, id: string): Promise<Waiting | undefined> {
  const submission = await submissionOf(office, id);
  return submission?.isFrozen === true ? undefined : submission;
}

/** As the permission function speaks of it. */
export const asked = ({ term, person, holder: has, conflicts }: Waiting) => ({
  term,
  owner: person,
  holder: has,
  conflicts,
});

/** Said for what is not there, and for what one may not know of. */
export const NO_SUCH = 'There is no such submission.';
