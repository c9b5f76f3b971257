import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** Somebody from another portal's list, or a mentor, is invited; who gave us the address is said. */
export const invitationMail = (
  head: Letterhead,
  words: {
    readonly term: string;
    readonly as: string;
    /** Where the address comes from: `the list of participants of the portal`. */
    readonly source: string;
    readonly until: Date;
    readonly link: string;
  },
): MailText =>
  writeLetter(head, 'invitation', {
    subject: `You are invited to ${words.term}`,
    paragraphs: [
      `You are invited to ${oneLine(words.term)} as ${oneLine(words.as)}. Your address comes from `
        + `${oneLine(words.source)}.`,
      `To take part, open this until ${instantLine(words.until, head.zone, head.now)}:`,
      words.link,
      'If you do not want to, do nothing: without your answer the address is deleted after that time.',
    ],
  });
