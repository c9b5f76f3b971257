import type { PatchMail } from '../patch/patchMail.ts';
import { compareText } from '../std.ts';
import type { PatchSeries } from './patchSeries.ts';

interface Posting {
  readonly mails: PatchMail[];
  readonly numbers: Set<number>;
}

/**
 * Puts patch mails of one person back together as they were sent: by their threads, and where they are not threaded, by
 * version and count, as long as each number comes once.
 */
export const groupPostings = (mails: readonly PatchMail[]): readonly PatchSeries[] => {
  const postings: Posting[] = [];
  const byId = new Map<string, Posting>();
  const open = new Map<string, Posting>();
  // The cover first, then by number: so a mail's parent is there before it.
  const ordered = mails.toSorted((a, b) => numberOf(a) - numberOf(b) || compareText(a.messageId, b.messageId));
  for (const mail of ordered) {
    const kind = kindOf(mail);
    const posting = joined(mail, byId, open.get(kind)) ?? { mails: [], numbers: new Set() };
    if (posting.mails.length === 0) postings.push(posting);
    posting.mails.push(mail);
    posting.numbers.add(numberOf(mail));
    open.set(kind, posting);
    if (mail.messageId !== '') byId.set(mail.messageId, posting);
  }
  return postings.map(({ mails: own }) => seriesOf(own));
};

const joined = (
  mail: PatchMail,
  byId: ReadonlyMap<string, Posting>,
  open: Posting | undefined,
): Posting | undefined => {
  if (mail.subject.total === undefined) return undefined;
  const parent = mail.inReplyTo.map((id) => byId.get(id)).find((found) => found !== undefined);
  const fits = (posting: Posting | undefined): posting is Posting =>
    posting?.mails[0] !== undefined
    && kindOf(posting.mails[0]) === kindOf(mail)
    && !posting.numbers.has(numberOf(mail));
  if (fits(parent)) return parent;
  // A numbered mail that answers nobody we know may belong to a series sent without threading.
  return parent === undefined && fits(open) ? open : undefined;
};

const numberOf = ({ subject }: PatchMail): number => subject.number ?? 1;

const kindOf = ({ subject }: PatchMail): string =>
  `${subject.version}/${subject.total ?? ''}/${subject.isRfc ? 'rfc' : ''}/${subject.isResend ? 'resend' : ''}`;

const seriesOf = (mails: readonly PatchMail[]): PatchSeries => {
  const cover = mails.find(({ isCover }) => isCover);
  const total = mails.map(({ subject }) => subject.total).find((found) => found !== undefined);
  return {
    version: mails[0]?.subject.version ?? 1,
    ...(cover && { cover }),
    patches: mails.filter((mail) => mail !== cover),
    mails,
    ...(total !== undefined && { total }),
  };
};
