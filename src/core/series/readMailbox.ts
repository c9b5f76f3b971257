import type { PatchMail } from '../patch/patchMail.ts';
import { groupMails, withoutDoubles } from './groupMails.ts';
import { isPatch } from './isPatch.ts';
import type { PatchSeries } from './patchSeries.ts';
import { readMails, type SourceFile } from './readSeries.ts';

/** Every series in some files, and the mails that are no patches: answers, announcements. */
export interface Mailbox {
  readonly series: readonly PatchSeries[];
  readonly others: readonly PatchMail[];
}

/** Reads mboxes, single mails, or a folder of git format-patch, all at once. Never throws. */
export const readMailbox = (files: readonly SourceFile[]): Mailbox => {
  const mails = withoutDoubles(readMails(files));
  return { series: groupMails(mails.filter(isPatch)), others: mails.filter((mail) => !isPatch(mail)) };
};
