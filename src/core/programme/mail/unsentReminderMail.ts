import { fromNow } from '../durationWords.ts';
import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** An application that was begun and not sent, as the time for it runs out. */
export const unsentReminderMail = (
  head: Letterhead,
  words: { readonly term: string; readonly due: Date; readonly link: string },
): MailText =>
  writeLetter(head, 'deadline-reminder', {
    subject: `Your application is not sent: due ${fromNow(words.due, head.now)} (${words.term})`,
    paragraphs: [
      `You began an application to ${oneLine(words.term)}. It is kept, and nobody reads it before you send it. That is \
possible until ${instantLine(words.due, head.zone, head.now)}.`,
      'If you do not want to take part any more, there is nothing to do; or withdraw it on the same page.',
      `Read it again, and send it: ${words.link}`,
    ],
  });
