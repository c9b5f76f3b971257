import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** That dates of a term have changed: before and after, each with its zone. */
export const datesChangedMail = (
  head: Letterhead,
  words: {
    readonly term: string;
    readonly dates: readonly { readonly name: string; readonly from: Date; readonly to: Date }[];
    readonly link: string;
  },
): MailText =>
  writeLetter(head, 'dates-changed', {
    subject: `Dates changed: ${words.term}`,
    paragraphs: [
      `Dates of ${oneLine(words.term)} have changed.`,
      ...words.dates.map(
        ({ name, from, to }) =>
          `${name}:\n- now ${instantLine(to, head.zone, head.now)}\n- was ${instantLine(from, head.zone, head.now)}`,
      ),
      `All dates: ${words.link}`,
    ],
  });
