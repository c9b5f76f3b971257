import type { ApplicationMove } from './application.ts';

export type BatchDecision = Extract<ApplicationMove, 'accept' | 'decline' | 'put on the waiting list'>;

/** Declining more than this many at once takes two people. */
export const MOST_DECLINED_ALONE = 5;

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
