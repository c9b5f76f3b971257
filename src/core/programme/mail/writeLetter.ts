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
  const body = [`Hello ${oneLine(head.name)},`, ...words.paragraphs].map(wrapParagraph);
  const signature = `-- \n${oneLine(head.programme)}\n${wrapText(foot)}`;
  return {
    subject: oneLine(`[${head.programme}] ${words.subject}`).slice(0, 250).toWellFormed(),
    text: `${[...body, signature].join('\n\n')}\n`,
  };
};

/**
 * What begins with a letter or a sign of a list is wrapped; code, diffs and quotes stay as they are, and nothing that
 * people wrote can look like the signature.
 */
const wrapParagraph = (paragraph: string): string =>
  paragraph
    .split(/\r?\n/)
    .map((line) => line.replace(CONTROLS, ' ').trimEnd())
    .map((line) => (/^(?:[-*] )?[\p{L}\p{N}"“(]/u.test(line) ? wrapText(line) : line))
    .join('\n');

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Names and titles that people gave stay on their line: no header, and no paragraph, can be put in by one. */
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
