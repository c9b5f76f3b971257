import type { Mail, TextLine } from '../mail/mail.ts';

/** Whether a line stands in the file as it was read, so that the file's line can be edited: no base64, no `=3D`. */
export const isSourceLine = (mail: Mail, { text, at }: TextLine): boolean => {
  const written = mail.source[at - mail.at]?.replace(/\r$/, '');
  return written !== undefined && written === asBytes(text);
};

const asBytes = (text: string): string => {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
};
