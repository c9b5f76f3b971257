import type { Letterhead, MailText } from './letter.ts';
import { oneLine, writeLetter } from './writeLetter.ts';

/** The mails of a day in one, for who wished so. */
export const digestMail = (head: Letterhead, words: { readonly mails: readonly MailText[] }): MailText =>
  writeLetter(head, 'digest', {
    subject: words.mails.length === 1 ? 'One notice' : `${words.mails.length} notices`,
    paragraphs: words.mails.map(({ subject, text }) => `* ${oneLine(subject)}\n\n${insideOf(text)}`),
  });

/** Without greeting and signature. */
const insideOf = (text: string): string =>
  (text.split('\n\n-- \n')[0] ?? '').replace(/^Hello [^\n]*\n\n/, '').trimEnd();
