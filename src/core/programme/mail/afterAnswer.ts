import type { Answered } from './mailOut.ts';
import { retryAt } from './retryAt.ts';

/** Where a mail of ours stands. */
export type OutboxState = 'waiting' | 'gathering' | 'offered' | 'accepted' | 'rejected' | 'stopped';

/** What becomes of a mail after a server's answer. */
export interface AfterAnswer {
  readonly state: OutboxState;
  /** When it is offered again, for one that waits. */
  readonly nextAt?: Date;
  /** It may have arrived although nobody said so. */
  readonly isDoubted: boolean;
  /** The address is gone: nothing more goes there. */
  readonly stopsAddress: boolean;
}

export const afterAnswer = (
  answer: Answered,
  mail: { readonly tries: number; readonly createdAt: Date },
  now: Date,
): AfterAnswer => {
  const isDoubted = answer.kind === 'in doubt';
  if (answer.kind === 'accepted') return { state: 'accepted', isDoubted, stopsAddress: false };
  // What is said of us as senders is for the operator to mend, and the mail waits meanwhile.
  if (answer.kind === 'rejected' && answer.of !== 'sender')
    return { state: 'rejected', isDoubted, stopsAddress: answer.of === 'recipient' && isAddressGone(answer.response) };
  const nextAt = retryAt(mail, now);
  if (nextAt === 'no more') return { state: 'rejected', isDoubted, stopsAddress: false };
  return { state: 'waiting', nextAt, isDoubted, stopsAddress: false };
};

/** Whether an answer or a status (RFC 3463) says that the address is no mailbox, or no more, rather than full or cautious. */
export const isAddressGone = (said: string): boolean => {
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0];
  return status === undefined ? /^55[013]\b/.test(said) : /^5\.(?:1\.(?:1|2|3|6|10)|2\.1)$/.test(status);
};
