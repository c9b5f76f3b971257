import type { PatchMail } from '../core/patch/patchMail.ts';
import { withoutDoubles } from '../core/series/groupMails.ts';
import { readMails, type SourceFile } from '../core/series/readSeries.ts';
import { Trouble } from '../core/trouble.ts';

/** The mails of some files. Throws Trouble `input` where there are files and no mail in any of them. */
export const mailsOfThread = (files: readonly SourceFile[]): readonly PatchMail[] => {
  const mails = withoutDoubles(readMails(files));
  if (files.length === 0 || mails.some(({ sender, messageId }) => sender.address !== '' || messageId !== ''))
    return mails;
  throw new Trouble('input', {
    what: `There is no mail in ${files[0]?.file ?? 'the thread'}.`,
    why: 'A thread is an mbox or a folder of mails, each with its headers: From, Subject, Message-ID.',
    next: 'On lore.kernel.org a thread has a link "mbox.gz"; unpacked with gunzip it is one.',
  });
};
