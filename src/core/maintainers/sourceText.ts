import { latin1 } from '../latin1.ts';
import type { Dialect } from './dialect.ts';

/**
 * A file's bytes as the script has them before it: text, in which a byte that is no UTF-8 stands as `\xE9`, or, for
 * older scripts, one character for each byte.
 */
export const sourceText = (bytes: Uint8Array, { unicode }: Pick<Dialect, 'unicode'>): string => {
  if (!unicode) return latin1(bytes);
  const text = decoded(bytes);
  return text === undefined || hasNoncharacter(bytes, text) ? escaped(bytes) : text;
};

/** What a person reads: older scripts hand bytes through, and these are nearly always UTF-8. */
export const readableText = (text: string, { unicode }: Pick<Dialect, 'unicode'>): string =>
  unicode || /^[\x00-\x7f]*$/.test(text) ? text : loose.decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));

/**
 * The path on the disk of what the script has: one of its command line comes to it as bytes, one of a patch as text, if
 * it reads text.
 */
export const pathOnDisk = (path: string): string => {
  if (/^[\x00-\x7f]*$/.test(path) || /[^\x00-\xff]/.test(path)) return path;
  return decoded(Uint8Array.from(path, (sign) => sign.charCodeAt(0))) ?? path;
};

/** The other way round: what the script prints. */
export const printedBytes = (text: string, { unicode }: Pick<Dialect, 'unicode'>): Uint8Array =>
  unicode ? new TextEncoder().encode(text) : Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
};
// Perl takes what will never be a character for no UTF-8.
const noncharacter = /\p{Noncharacter_Code_Point}/u;
// All of them begin with one of these bytes, which are rare, and found ten times as fast.
const hasNoncharacter = (bytes: Uint8Array, text: string): boolean =>
  [0xef, 0xf0, 0xf1, 0xf2, 0xf3, 0xf4].some((byte) => bytes.includes(byte)) && noncharacter.test(text);
const loose = new TextDecoder('utf-8', { ignoreBOM: true });

/** What can be read is, the bytes of what cannot are named one by one; half a sign at the end is lost. */
const escaped = (given: Uint8Array): string => {
  const bytes = given.subarray(0, wholeEnd(given));
  let unread = 0;
  eachSign(bytes, (_, length) => {
    if (length === 0) unread++;
  });
  const told = new Uint8Array(bytes.length + 3 * unread);
  let end = 0;
  eachSign(bytes, (at, length) => {
    if (length === 0) told.set(NAMES[bytes[at] ?? 0] ?? [], end);
    else for (let next = 0; next < length; next++) told[end + next] = bytes[at + next] ?? 0;
    end += length || 4;
  });
  return loose.decode(told);
};

/** `\xE9`, as perl writes it. */
const NAMES = Array.from({ length: 256 }, (_, byte) =>
  Array.from(`\\x${byte.toString(16).toUpperCase()}`, (sign) => sign.charCodeAt(0)),
);

/** `length` is 0 for a byte that is part of none. */
const eachSign = (bytes: Uint8Array, act: (at: number, length: number) => void): void => {
  for (let at = 0; at < bytes.length; ) {
    const length = signAt(bytes, at);
    act(at, length);
    at += length || 1;
  }
};

/** Where the last sign ends that was begun and not broken off. */
const wholeEnd = (bytes: Uint8Array): number => {
  const start = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const first = bytes[start] ?? 0;
  return first >= 0xc2 && first <= 0xf4 && start + lengthAfter(first) > bytes.length ? start : bytes.length;
};

const lengthAfter = (first: number): number => (first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4);

/** How many bytes the sign there takes; 0 where there is none. */
const signAt = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  const length = lengthAfter(first);
  if (length === 1) return 1;
  let code = first & (0x7f >> length);
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return 0;
    code = (code << 6) | (byte & 0x3f);
  }
  return first >= 0xc2 && first <= 0xf4 && isCharacter(code, length) ? length : 0;
};

/** Of a sign of so many bytes: no surrogate, no noncharacter, and in no more bytes than it needs. */
const isCharacter = (code: number, length: number): boolean => {
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isNoncharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
  return code >= least && code <= 0x10ffff && !isSurrogate && !isNoncharacter;
};
