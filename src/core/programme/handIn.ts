import type { TaskFacts, TaskStanding } from './task.ts';

/** What decides until when a person hands in. */
export interface HandInTimes {
  readonly tasksUntil: Date;
  readonly endsAt: Date;
  /** A mentee goes on until the term ends; an applicant until the tasks do. */
  readonly isMentee: boolean;
  /** The person's own deadline of the task. */
  readonly deadline: Date;
  /** Given to this person alone: then it counts also past the end of the tasks. */
  readonly isExtended: boolean;
}

export type HandIn =
  | { readonly kind: 'may'; readonly late: boolean }
  | { readonly kind: 'refused'; readonly because: string };

/** The last instant at which anything is taken. A deadline before it marks what comes later, and loses nothing. */
const handInUntil = ({ tasksUntil, endsAt, isMentee, deadline, isExtended }: HandInTimes): Date => {
  const until = isMentee ? endsAt : tasksUntil;
  return isExtended && deadline > until ? deadline : until;
};

/** Whether something is taken at this instant of the server's clock, and whether it is late. */
export const handIn = (times: HandInTimes, now: Date): HandIn =>
  now >= handInUntil(times)
    ? { kind: 'refused', because: times.isMentee ? 'The term is over.' : 'The time for tasks is over.' }
    : { kind: 'may', late: now >= times.deadline };

/** Whether something for this task would still be taken now. */
export const isTaken = (
  { facts, deadline }: Pick<TaskStanding<TaskFacts>, 'facts' | 'deadline'>,
  times: Pick<HandInTimes, 'tasksUntil' | 'endsAt' | 'isMentee'>,
  now: Date,
): boolean => handIn({ ...times, deadline, isExtended: facts.extendedUntil !== undefined }, now).kind === 'may';
