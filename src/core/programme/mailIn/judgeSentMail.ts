import type { MailPurpose } from '../mailAddress.ts';
import type { RefusedBecause } from './howToMend.ts';
import type { ReadMail, SentFile, SentMail } from './sentMail.ts';

/** What a mail at one of our addresses is taken for. */
export type MailVerdict =
  | { readonly kind: 'kept'; readonly statement: string; readonly files: readonly SentFile[] }
  /** Answered once, to the registered address of whoever the address was given to. */
  | { readonly kind: 'refused'; readonly because: RefusedBecause }
  /** Never answered. */
  | { readonly kind: 'ignored'; readonly because: IgnoredBecause }
  | { readonly kind: 'bounce'; readonly status: string };

export type IgnoredBecause = NonNullable<SentMail['loop']> | 'null sender' | 'no bounce';

/**
 * A submission, a reason to refuse it, or something that a machine sent. Who sent it is not asked here, and how much a
 * submission may hold is asked where it is kept.
 */
export const judgeSentMail = ({
  mail: read,
  purpose,
  envelopeFrom,
  isOwn,
}: {
  readonly mail: ReadMail;
  readonly purpose: MailPurpose;
  /** Empty for the null sender of bounces. */
  readonly envelopeFrom: string;
  /** Its From or its Message-ID is one of ours. */
  readonly isOwn: (mail: SentMail) => boolean;
}): MailVerdict => {
  if (purpose === 'bounce') return bounceOf(read);
  if (envelopeFrom === '') return { kind: 'ignored', because: 'null sender' };
  if (read.kind === 'unreadable') return { kind: 'refused', because: read.because };
  const { mail } = read;
  if (isOwn(mail)) return { kind: 'ignored', because: 'own' };
  if (mail.loop) return { kind: 'ignored', because: mail.loop };
  const because = refusal(mail);
  return because ? { kind: 'refused', because } : { kind: 'kept', statement: mail.text, files: mail.files };
};

const bounceOf = (read: ReadMail): MailVerdict => {
  const status = read.kind === 'read' ? read.mail.bounced : undefined;
  return status === undefined ? { kind: 'ignored', because: 'no bounce' } : { kind: 'bounce', status };
};

const refusal = (mail: SentMail): RefusedBecause | undefined => {
  if (mail.from.kind === 'odd') return 'odd sender';
  if (mail.hasHtml) return 'html';
  if (mail.text.trim() === '' && mail.files.length === 0) return 'empty';
  return undefined;
};
