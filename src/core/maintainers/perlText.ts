import type { Dialect } from './dialect.ts';

/** How perl treats a string: as text where it was decoded, else as bytes, of which only ASCII has letters and blanks. */
export interface PerlText {
  /** Its `lc()`. */
  lower(text: string): string;
  /** Without the blanks (its `\s`) at both ends. */
  trim(text: string): string;
  trimStart(text: string): string;
  trimEnd(text: string): string;
  /** Where the blanks that begin there end. */
  skipBlanks(text: string, start: number): number;
  /** Its `\s`, as the inside of a class. */
  readonly blank: string;
}

const ASCII_BLANK = '\\t-\\r ';
// JavaScript's \s has U+FEFF, which is none to perl, and lacks U+0085.
const TEXT_BLANK = `${ASCII_BLANK}\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000`;

export const perlText = ({ unicode }: Pick<Dialect, 'unicode'>): PerlText => (unicode ? asText : asBytes);

const textOf = (blank: string, lower: PerlText['lower']): PerlText => {
  const beyondAscii = new RegExp(`[${blank}]`);
  const isBlank = (text: string, at: number): boolean => {
    const code = text.charCodeAt(at);
    return code < 128 ? code === 32 || (code >= 9 && code <= 13) : beyondAscii.test(text.charAt(at));
  };
  const skipBlanks = (text: string, start: number): number => {
    let at = start;
    while (at < text.length && isBlank(text, at)) at++;
    return at;
  };
  const trimEnd = (text: string): string => {
    let end = text.length;
    while (end > 0 && isBlank(text, end - 1)) end--;
    return text.slice(0, end);
  };
  const trimStart = (text: string): string => text.slice(skipBlanks(text, 0));
  return { lower, trim: (text) => trimEnd(trimStart(text)), trimStart, trimEnd, skipBlanks, blank };
};

// JavaScript writes a sigma that ends a word otherwise than the rest, perl does not.
const asText = textOf(TEXT_BLANK, (text) => text.replaceAll('Σ', 'σ').toLowerCase());
const asBytes = textOf(ASCII_BLANK, (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
