import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Mend } from '../../rule.ts';

/** Other text for some lines of a mail; none where one of them stands encoded in the file, so that no machine may. */
export const editLines = (
  patch: PatchMail,
  says: string,
  changes: readonly { readonly line: TextLine; readonly put: readonly string[] }[],
): { readonly mend: Mend } | undefined =>
  changes.every(({ line }) => standsPlain(patch, line))
    ? { mend: { says, edits: changes.map(({ line, put }) => ({ first: line.at, count: 1, put })) } }
    : undefined;

const standsPlain = ({ mail }: PatchMail, { text, at }: TextLine): boolean => mail.source[at - mail.at] === bytes(text);

/** UTF-8, a byte a character, as the file's lines are kept. */
const bytes = (text: string): string => {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const tail = (shift: number): string => String.fromCharCode(0x80 | ((code >> shift) & 0x3f));
    if (code < 0x80) out += char;
    else if (code < 0x800) out += String.fromCharCode(0xc0 | (code >> 6)) + tail(0);
    else if (code < 0x10000) out += String.fromCharCode(0xe0 | (code >> 12)) + tail(6) + tail(0);
    else out += String.fromCharCode(0xf0 | (code >> 18)) + tail(12) + tail(6) + tail(0);
  }
  return out;
};
