/**
 * When a mail that was put off is offered again: after 1, 4, 16 minutes, then each four times later up to six hours;
 * after five days no more (RFC 5321, section 4.5.4.1). `tries` are those made so far, at least one.
 */
export const retryAt = (mail: { readonly tries: number; readonly createdAt: Date }, now: Date): Date | 'no more' => {
  if (now.getTime() - mail.createdAt.getTime() >= GIVE_UP) return 'no more';
  const wait = Math.min(MINUTE * 4 ** Math.max(0, mail.tries - 1), LONGEST);
  return new Date(now.getTime() + wait);
};

const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;
const GIVE_UP = 5 * 24 * 60 * MINUTE;
