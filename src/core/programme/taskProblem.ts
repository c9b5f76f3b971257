import type { Release } from './task.ts';

/** A task as its maker writes it. */
export interface TaskOrder {
  readonly slug: string;
  readonly title: string;
  /** Markdown. */
  readonly words: string;
  readonly release: Release;
  readonly releaseAt: Date | null;
  readonly deadline: Date;
  readonly required: boolean;
}

const taskLimits = { title: 120, words: 40_000, reason: 500 } as const;

/** What has to be mended before it can be a task; undefined when nothing. */
export const taskProblem = (order: TaskOrder, term: { readonly endsAt: Date }): string | undefined => {
  const { slug, title, words, release, releaseAt, deadline } = order;
  if (!/^[a-z0-9-]{1,60}$/.test(slug))
    return 'Its name in the address has small letters a to z, digits and hyphens only, 60 at most.';
  if (title.trim() === '') return 'It has no title.';
  if (title.length > taskLimits.title) return `Its title has more than ${taskLimits.title} characters.`;
  if (words.trim() === '') return 'It does not say what to do.';
  if (words.length > taskLimits.words) return `Its words have more than ${taskLimits.words} characters.`;
  if (Number.isNaN(deadline.getTime())) return 'It has no deadline.';
  if (deadline > term.endsAt) return 'Its deadline is after the end of the term.';
  if (release === 'at a date' && (releaseAt === null || Number.isNaN(releaseAt.getTime())))
    return 'It is released at a date, and none is given.';
  if (releaseAt !== null && release === 'at a date' && releaseAt >= deadline)
    return 'It is released after its own deadline.';
  return undefined;
};

/** A reason is read by the person whom it is about. */
export const reasonProblem = (reason: string): string | undefined => {
  if (reason.trim() === '') return 'Say why: the person reads it.';
  return reason.length > taskLimits.reason ? `The reason has more than ${taskLimits.reason} characters.` : undefined;
};
