import type { SubmissionState } from './submissionState.ts';

/** When a person sees a task: with the application, once the one before it is handed in, or from an instant on. */
export type Release = 'at once' | 'in order' | 'at a date';

export interface Task {
  readonly id: string;
  readonly ordinal: number;
  readonly release: Release;
  readonly releaseAt: Date | null;
  readonly deadline: Date;
  readonly required: boolean;
  /** Given to nobody any more: of no one who handed in anything is more asked. */
  readonly isRetired?: boolean;
}

/** What is known of one person and one task. */
export interface TaskFacts {
  readonly task: Task;
  /** The deadline of this person alone, where one was given. */
  readonly extendedUntil: Date | undefined;
  /** In their order. */
  readonly attempts: readonly { readonly state: SubmissionState; readonly late: boolean }[];
}

export type TaskState =
  | 'not released'
  | 'open'
  | 'overdue'
  | 'waiting for a mentor'
  | 'changes requested'
  | 'not yet'
  | 'accepted';

export interface TaskStanding<Facts extends TaskFacts = TaskFacts> {
  readonly facts: Facts;
  readonly state: TaskState;
  readonly deadline: Date;
  /** What counts was handed in after the deadline: marked, not lost. */
  readonly isLate: boolean;
}

/**
 * Where a person stands with each task of a term, by ordinal. Waiting for a mentor never blocks: the next task of an order
 * is released once the one before it was handed in.
 */
export const taskStandings = <Facts extends TaskFacts>(facts: readonly Facts[], now: Date): TaskStanding<Facts>[] => {
  const inOrder = facts.toSorted((one, other) => one.task.ordinal - other.task.ordinal);
  let handedIn = true;
  return inOrder.map((one) => {
    const isReleased = released(one.task, handedIn, now) || one.attempts.length > 0;
    if (one.task.release === 'in order') handedIn = handedIn && one.attempts.length > 0;
    const deadline = one.extendedUntil ?? one.task.deadline;
    const last = counting(one.attempts);
    return {
      facts: one,
      deadline,
      isLate: last?.late === true,
      state: stateOf(last?.state, isReleased, deadline <= now),
    };
  });
};

/** The attempt that counts: what was accepted, else the last that no newer one has replaced. */
export const counting = <Attempt extends { readonly state: SubmissionState }>(
  attempts: readonly Attempt[],
): Attempt | undefined =>
  attempts.findLast(({ state }) => state === 'accepted') ?? attempts.findLast(({ state }) => state !== 'replaced');

const released = (task: Task, isBeforeHandedIn: boolean, now: Date): boolean => {
  switch (task.release) {
    case 'at once':
      return true;
    case 'in order':
      return isBeforeHandedIn;
    case 'at a date':
      return task.releaseAt !== null && task.releaseAt <= now;
    default:
      return task.release satisfies never;
  }
};

const stateOf = (last: SubmissionState | undefined, isReleased: boolean, isPast: boolean): TaskState => {
  if (last === 'accepted') return 'accepted';
  if (last === 'changes requested' || last === 'not yet') return last;
  if (last !== undefined) return 'waiting for a mentor';
  if (!isReleased) return 'not released';
  return isPast ? 'overdue' : 'open';
};

/** What is the person's to do: first what came back, then what is due first, last what is overdue. */
export const openTasks = <Facts extends TaskFacts>(
  standings: readonly TaskStanding<Facts>[],
): TaskStanding<Facts>[] => {
  const urgency: Partial<Record<TaskState, number>> = { 'changes requested': 0, 'not yet': 0, open: 1, overdue: 2 };
  return standings
    .filter(({ facts, state }) => urgency[state] !== undefined && facts.task.isRetired !== true)
    .toSorted(
      (one, other) =>
        (urgency[one.state] ?? 0) - (urgency[other.state] ?? 0) || one.deadline.getTime() - other.deadline.getTime(),
    );
};
