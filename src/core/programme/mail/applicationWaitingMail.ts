import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** That somebody is on the waiting list, and until when they will know. It names no rank: there is none. */
export const applicationWaitingMail = (
  head: Letterhead,
  words: { readonly term: string; readonly knownBy: Date; readonly sentence?: string; readonly link: string },
): MailText =>
  writeLetter(head, 'application-waiting', {
    subject: `You are on the waiting list: ${words.term}`,
    paragraphs: [
      `You are on the waiting list of ${oneLine(words.term)}. If a place becomes free we write to you; you will `
        + `know for certain by ${instantLine(words.knownBy, head.zone, head.now)}.`,
      ...(words.sentence === undefined ? [] : [oneLine(words.sentence)]),
      `The tasks that you have begun stay open to you. To leave the list: ${words.link}`,
    ],
  });
