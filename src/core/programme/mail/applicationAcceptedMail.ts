import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** That somebody is in, when it begins, and by when they say yes. */
export const applicationAcceptedMail = (
  head: Letterhead,
  words: {
    readonly term: string;
    readonly begins: Date;
    readonly answerBy?: Date;
    readonly sentence?: string;
    readonly link: string;
  },
): MailText =>
  writeLetter(head, 'application-accepted', {
    subject: `You are accepted: ${words.term}`,
    paragraphs: [
      `We are glad to say that you are accepted to ${oneLine(words.term)}.`,
      ...(words.sentence === undefined ? [] : [oneLine(words.sentence)]),
      `It begins on ${instantLine(words.begins, head.zone, head.now)}.`,
      ...(words.answerBy === undefined
        ? []
        : [`Please say whether you take the place by ${instantLine(words.answerBy, head.zone, head.now)}.`]),
      `Everything else is here: ${words.link}`,
    ],
  });
