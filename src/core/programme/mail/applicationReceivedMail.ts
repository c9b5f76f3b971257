import { clockLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** That an application arrived, and what comes next. */
export const applicationReceivedMail = (
  head: Letterhead,
  words: { readonly term: string; readonly at: Date; readonly link: string; readonly next: string },
): MailText =>
  writeLetter(head, 'application-received', {
    subject: `Application received: ${words.term}`,
    paragraphs: [
      `Your application to ${oneLine(words.term)} is here. It arrived on ${clockLine(words.at, head.zone)}.`,
      oneLine(words.next),
      `You can read it again, or withdraw it: ${words.link}`,
    ],
  });
