import type { ApplicationMove } from './applicationState.ts';

export type BatchDecision = Extract<ApplicationMove, 'accept' | 'decline' | 'put on the waiting list'>;

export const batchDecisions: readonly BatchDecision[] = ['accept', 'put on the waiting list', 'decline'];

/** Declining more than this many at once takes two people. */
export const MOST_DECLINED_ALONE = 5;

/** In one batch: as many mails as a person can look through. */
export const MOST_IN_BATCH = 500;

/** The mails say how far a date is: what was proposed longer ago has to be proposed again. */
const BATCH_LASTS_DAYS = 7;

const DAY = 86_400_000;

export type MayConfirm = { readonly kind: 'may' } | { readonly kind: 'refused'; readonly because: string };

/** Whether this person may carry a proposed decision out: for many declines it must be somebody else who confirms. */
export const mayConfirm = (
  batch: { readonly decision: BatchDecision; readonly items: number; readonly proposedBy: string },
  by: string,
): MayConfirm =>
  batch.decision === 'decline' && batch.items > MOST_DECLINED_ALONE && batch.proposedBy === by
    ? {
        kind: 'refused',
        because: `Declining more than ${MOST_DECLINED_ALONE} people takes two: somebody else has to confirm it.`,
      }
    : { kind: 'may' };

/** Whether the mails that were shown still say what is so. */
export const isStale = (proposedAt: Date, now: Date): boolean =>
  now.getTime() - proposedAt.getTime() > BATCH_LASTS_DAYS * DAY;

export const MOST_OF_SENTENCE = 600;

/** What is wrong with the sentence for one person; undefined when it can go out. */
export const sentenceProblem = (decision: BatchDecision, sentence: string): string | undefined => {
  if (decision === 'decline' && sentence.trim() === '') {
    return 'A decline says why, in a sentence for this person alone.';
  }
  return sentence.length > MOST_OF_SENTENCE
    ? `${sentence.length} characters are more than the ${MOST_OF_SENTENCE} of a sentence.`
    : undefined;
};
