import type { Letterhead, MailText } from './letter.ts';
import type { MailKind } from './mailKind.ts';
import { isRefusable } from './mailKind.ts';
import { wrapText } from './wrapText.ts';

/** A whole mail: greeting, the paragraphs, who writes, and for a kind that can be refused, where. */
export const writeLetter = (
  head: Letterhead,
  kind: MailKind,
  words: { readonly subject: string; readonly paragraphs: readonly string[] },
): MailText => {
  const foot = isRefusable(kind)
    ? `You can say which mails you want, and refuse this kind: ${head.wishesAt}`
    : `Which mails we send, and why this one cannot be refused: ${head.wishesAt}`;
  const body = [`Hello ${oneLine(head.name)},`, ...words.paragraphs, `-- \n${oneLine(head.programme)}\n${foot}`];
  return {
    subject: oneLine(`[${head.programme}] ${words.subject}`),
    text: `${body.map(wrapParagraph).join('\n\n')}\n`,
  };
};

// The signature's mark is two dashes and a blank, which wrapping would take away; what is indented was put so.
const wrapParagraph = (paragraph: string): string => {
  if (paragraph.startsWith('    ')) return paragraph;
  return paragraph.startsWith('-- \n') ? `-- \n${wrapText(paragraph.slice(4))}` : wrapText(paragraph);
};

/** Names and titles that people gave stay on their line: no header, and no paragraph, can be put in by one. */
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
