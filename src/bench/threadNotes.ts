import type { PatchMail } from '../core/patch/patchMail.ts';
import type { Thread } from '../core/series/thread.ts';
import type { TroubleWords } from '../core/trouble.ts';

/** What the person should know of the thread that they named. */
export const threadNotes = (thread: Thread, named: readonly PatchMail[]): readonly TroubleWords[] => {
  const own = threadMails(thread, named);
  const [first] = named;
  if (first && own.length === 0) return [strangeNote(first)];
  return own.filter(({ damage }) => damage.length > 0).map(damagedNote);
};

/** Those of some mails that are a version of the series or answer one. */
export const threadMails = ({ versions, replies }: Thread, mails: readonly PatchMail[]): readonly PatchMail[] => {
  const sent = new Set(versions.flatMap(({ series }) => series.mails));
  const ids = new Set([...[...sent].map(({ messageId }) => messageId), ...replies.map(({ messageId }) => messageId)]);
  ids.delete('');
  // What git format-patch wrote and nobody has sent has no Message-ID.
  return mails.filter((mail) => sent.has(mail) || ids.has(mail.messageId));
};

const strangeNote = ({ mail }: PatchMail): TroubleWords => ({
  what: `No mail in ${mail.file} is a version of this series, and none answers one.`,
  why: 'So there is nothing in it that could be carried over.',
  next: 'Name the thread of the version before: an mbox with the patches as they were sent and the answers.',
});

const damagedNote = ({ mail, subject, damage }: PatchMail): TroubleWords => ({
  what: `${mail.file}:${damage[0]?.at ?? mail.at}: the diff of "${subject.text}" is damaged: ${damage[0]?.what ?? ''}.`,
  why: 'Where a thread was cut short, answers are missing too, and tags may be lost.',
  next: 'Get the thread once more, whole, and prepare it again with that.',
});
