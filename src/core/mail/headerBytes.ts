import { isUtf8, readCharset } from './readCharset.ts';
import { isSpace } from './space.ts';
import { bytesOf } from './textOf.ts';
import { decodeBase64, decodeQuoted } from './transferEncoding.ts';

/** A header's value with its encoded words (RFC 2047) read. */
export interface HeaderBytes {
  /** UTF-8 bytes as characters (latin1); what stood there unencoded stays as it was. */
  readonly bytes: string;
  /** No where a word is cut short, or in a charset that cannot be read: git then takes the value as written. */
  readonly isSound: boolean;
}

/** Decodes a value's bytes as git mailinfo does, which takes encoded words within text too. */
export const headerBytes = (value: string): HeaderBytes => {
  const nul = value.indexOf('\0');
  const raw = nul < 0 ? value : value.slice(0, nul);
  const pieces: string[] = [];
  let at = 0;
  for (let start = raw.indexOf('=?'); start >= 0; start = raw.indexOf('=?', at)) {
    const between = raw.slice(at, start);
    // Blanks between two encoded words are no part of the value.
    if (at === 0 || !isBlank(between)) pieces.push(between);
    const word = encodedWord(raw, start);
    if (!word) return { bytes: raw, isSound: false };
    pieces.push(word.bytes);
    at = word.end;
  }
  return { bytes: at === 0 ? raw : pieces.join('') + raw.slice(at), isSound: true };
};

const isBlank = (text: string): boolean => [...text].every(isSpace);

/** `=?charset?q?text?=` */
const encodedWord = (raw: string, start: number): { readonly bytes: string; readonly end: number } | undefined => {
  const mark = raw.indexOf('?', start + 2);
  if (mark < 0 || raw.charAt(mark + 2) !== '?') return undefined;
  const end = raw.indexOf('?=', mark + 3);
  const kind = raw.charAt(mark + 1).toLowerCase();
  if (end < 0 || (kind !== 'b' && kind !== 'q')) return undefined;
  const written = raw.slice(mark + 3, end);
  const bytes = kind === 'b' ? decodeBase64(written) : decodeQuoted(written.replaceAll('_', ' '));
  const charset = raw.slice(start + 2, mark);
  if (charset === '' || isUtf8(charset)) return { bytes, end: end + 2 };
  const { text, isSound } = readCharset(bytes, charset);
  return isSound ? { bytes: bytesOf(text), end: end + 2 } : undefined;
};
