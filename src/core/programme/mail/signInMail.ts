import { instantLine } from '../instantWords.ts';
import type { Letterhead, MailText } from './letter.ts';
import { writeLetter } from './writeLetter.ts';

/** The link that lets a person in. It works once, in the browser that asked. */
export const signInMail = (head: Letterhead, words: { readonly link: string; readonly until: Date }): MailText =>
  writeLetter(head, 'sign-in', {
    subject: 'Your link to sign in',
    paragraphs: [
      'Open this link in the browser in which you asked for it:',
      words.link,
      `It works once, until ${instantLine(words.until, head.zone, head.now)}.`,
      'If you did not ask for it, you need do nothing: without your browser the link opens nothing.',
    ],
  });
