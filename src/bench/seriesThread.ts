import type { PatchMail } from '../core/patch/patchMail.ts';
import { mailDate } from '../core/series/readReply.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import { compareText } from '../core/std.ts';
import { mailsOfThread } from './mailsOfThread.ts';

/** The mails around a series: those that the person names now (`asked`), and with them those of earlier runs (`named`). */
export interface SeriesThread {
  readonly asked: readonly PatchMail[];
  readonly named: readonly PatchMail[];
}

/** `made` are the versions as they were written here: a mail that is damaged and lies whole among others is left out. */
export const seriesThread = (
  asked: readonly SourceFile[],
  kept: readonly SourceFile[],
  made: readonly PatchMail[],
): SeriesThread => {
  const mails = mailsOfThread(asked);
  const all = inTime([...mails, ...mailsOfThread(kept)]);
  const whole = new Set([...all, ...made].filter(isWhole).map(({ messageId }) => messageId));
  return { asked: mails, named: all.filter((mail) => isWhole(mail) || !whole.has(mail.messageId)) };
};

const isWhole = ({ damage }: PatchMail): boolean => damage.length === 0;

/** In whatever order the mails are named, what is made of them is the same. */
const inTime = (mails: readonly PatchMail[]): readonly PatchMail[] =>
  mails
    .map((mail) => ({ mail, date: mailDate(mail) ?? '' }))
    .toSorted((a, b) => compareText(a.date, b.date) || compareText(a.mail.messageId, b.mail.messageId))
    .map(({ mail }) => mail);
