import { isRefusable, type MailKind, type MailWish } from './mailKind.ts';

/** What becomes of a mail before anything is sent. */
export type MailPlan =
  | { readonly kind: 'send' }
  | { readonly kind: 'gather'; readonly until: Date }
  | { readonly kind: 'stop'; readonly because: 'not wanted' | 'address suppressed' };

/** Whether a mail goes out: what cannot be refused goes, but for an address that does not exist any more. */
export const planMail = (
  mail: { readonly kind: MailKind; readonly wish: MailWish; readonly stoppedAt?: Date | undefined },
  now: Date,
): MailPlan => {
  if (mail.stoppedAt && !mayAskAgain(mail.kind, mail.stoppedAt, now))
    return { kind: 'stop', because: 'address suppressed' };
  if (!isRefusable(mail.kind) || mail.wish === 'wanted') return { kind: 'send' };
  if (mail.wish === 'never') return { kind: 'stop', because: 'not wanted' };
  return { kind: 'gather', until: nextMorning(now) };
};

/** A server that was wrong about an address must not lock its owner out: who asks for a link is tried again after a day. */
const mayAskAgain = (kind: MailKind, stoppedAt: Date, now: Date): boolean =>
  kind === 'sign-in' && now.getTime() - stoppedAt.getTime() > 24 * 60 * 60_000;

/** The digest goes out at 06:00 UTC. */
const nextMorning = (now: Date): Date => {
  const morning = new Date(now.getTime());
  morning.setUTCHours(6, 0, 0, 0);
  return morning > now ? morning : new Date(morning.getTime() + 24 * 60 * 60_000);
};
