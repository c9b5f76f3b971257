import { fromNow } from '../durationWords.ts';
import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** A deadline that comes near: the exact time, the zone, the term's name. */
export const deadlineReminderMail = (
  head: Letterhead,
  words: { readonly term: string; readonly task: string; readonly due: Date; readonly link: string },
): MailText =>
  writeLetter(head, 'deadline-reminder', {
    subject: `${words.task}: due ${fromNow(words.due, head.now)} (${words.term})`,
    paragraphs: [
      `"${oneLine(words.task)}" in ${oneLine(words.term)} is due on ${instantLine(words.due, head.zone, head.now)}.`,
      'If you cannot make it, ask for more time before, and say why in a sentence; what comes late is marked late, '
        + 'and still read.',
      `Submit it, or ask: ${words.link}`,
    ],
  });
