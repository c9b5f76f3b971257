import type { MailOffice } from './mailOffice.ts';

/** What an alarm watches: a queue that grows old says that something stands still, before anybody misses a mail. */
export interface MailHealth {
  /** Since when the oldest could have gone: one that a server asked to offer later waits until then. */
  readonly oldestDue: Date | null;
  /** The oldest that was offered and did not go. */
  readonly oldestTried: Date | null;
  readonly inDoubt: number;
  readonly lastAccepted: Date | null;
  /** Of the mails that came and were not looked into. */
  readonly oldestUnread: Date | null;
  /** Mails given up, for a person to look at. */
  readonly failed: number;
}

export const mailHealth = async ({ db, now }: Pick<MailOffice, 'db' | 'now'>): Promise<MailHealth> => {
  const out = await db
    .selectFrom('outbox')
    .select(({ fn }) => [
      fn.min('next_at').filterWhere('state', '=', 'waiting').filterWhere('next_at', '<=', now()).as('oldestDue'),
      fn.min('created_at').filterWhere('state', '=', 'waiting').filterWhere('tries', '>', 0).as('oldestTried'),
      fn.count<number>('doubted_at').as('inDoubt'),
      // One to ourselves may go while no other does.
      fn.max('answered_at').filterWhere('state', '=', 'accepted').filterWhere('kind', '<>', 'round').as('lastAccepted'),
    ])
    .executeTakeFirstOrThrow();
  const incoming = await db
    .selectFrom('mail_in')
    .select(({ fn }) => [
      fn.min('received_at').filterWhere('state', '=', 'received').as('oldestUnread'),
      fn.countAll<number>().filterWhere('state', '=', 'failed').filterWhere('because', '<>', 'erased').as('failed'),
    ])
    .executeTakeFirstOrThrow();
  return { ...out, ...incoming };
};
