import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** The one automatic answer to a mail that could not be taken: what is wrong and how to mend it. */
export const mailRefusedMail = (
  head: Letterhead,
  words: { readonly subject: string; readonly because: string; readonly howToMend: readonly string[] },
): MailText =>
  writeLetter(head, 'mail-refused', {
    subject: 'Your mail could not be taken',
    paragraphs: [
      `A mail to your address for a task${
        words.subject === '' ? '' : ` ("${oneLine(words.subject).slice(0, 100)}")`
      } could not be taken as a submission. Nothing of it counts as an attempt.`,
      `Why: ${words.because}`,
      ...words.howToMend,
      'This is an automatic answer, at most one in an hour, however many mails came.',
    ],
  });
