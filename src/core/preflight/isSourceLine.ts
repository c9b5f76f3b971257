import type { Mail, TextLine } from '../mail/mail.ts';
import { bytesOf } from '../mail/textOf.ts';

/** Whether a line stands in the file as it was read, so that the file's line can be edited: no base64, no `=3D`. */
export const isSourceLine = (mail: Mail, { text, at }: TextLine): boolean => {
  const written = mail.source[at - mail.at]?.replace(/\r$/, '');
  // A mail with CR LF is read with the CR in some places and without it in others.
  return written !== undefined && written === bytesOf(text.replace(/\r$/, ''));
};

/**
 * Whether these lines may be put into the mail as UTF-8. A part that is declared in another charset would show each
 * of their other characters as two or three wrong ones, and git am would keep them so.
 */
export const canPut = (mail: Mail, put: readonly string[]): boolean =>
  put.every((text) => !/[^\0-\x7f]/.test(text))
  || mail.parts.every(({ type, charset }) => !type.startsWith('text/') || isUtf8(charset));

// git reads a mail that names no charset as UTF-8 where it is UTF-8.
const isUtf8 = (charset: string | undefined): boolean => charset === undefined || /^"?utf-?8"?$/i.test(charset);
