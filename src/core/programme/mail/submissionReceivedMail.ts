import { clockWords } from './instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** The receipt of a submission: "submitted" means that this came. */
export const submissionReceivedMail = (
  head: Letterhead,
  words: {
    readonly task: string;
    readonly at: Date;
    readonly attempt: number;
    /** How many wait for a mentor, this one included. */
    readonly place: number;
    /** What waiting has been lately, where enough is known to say so: `about 3 days`. */
    readonly wait?: string;
    readonly isLate: boolean;
    readonly link: string;
  },
): MailText =>
  writeLetter(head, 'submission-received', {
    subject: `Received: ${words.task}, attempt ${words.attempt}`,
    paragraphs: [
      `Your submission for "${oneLine(words.task)}" is here: attempt ${words.attempt}, arrived on `
        + `${clockWords(words.at, head.zone)}.${words.isLate ? ' It is marked late, and not lost.' : ''}`,
      `It is number ${words.place} in line for a mentor.${
        words.wait === undefined ? '' : ` Waiting has lately taken ${oneLine(words.wait)}.`
      } Meanwhile nothing stops you from going on with another task.`,
      `What we have, and how to send a better one: ${words.link}`,
    ],
  });
