import type { Span } from './argumentSpans.ts';
import { BACKSLASH, type Bytes, NEWLINE } from './bytes.ts';

const [HASH, OPEN_BRACE, CLOSE_BRACE, SEMICOLON, CARRIAGE_RETURN] = [35, 123, 125, 59, 13];

/**
 * The function around an offset, by the kernel's own style: a brace in the first column opens it and one in the first
 * column closes it (Documentation/process/coding-style.rst, "Placing Braces and Spaces"); its head goes up to the
 * blank line, the directive, or the end of the declaration before. Undefined where the style does not hold.
 */
export const functionBounds = (bytes: Bytes, at: number): Span | undefined => {
  const brace = openingBrace(bytes, at);
  if (brace === undefined) return undefined;
  const close = closingBrace(bytes, at);
  return close === undefined ? undefined : { start: headStart(bytes, brace), end: close + 1 };
};

/** The definition that a directive continues over lines: a site in there is inside a macro's body. */
export const insideDefine = (bytes: Bytes, at: number): boolean => {
  let line = lineStart(bytes, at);
  while (line > 0 && endsInBackslash(bytes, line - 1)) line = lineStart(bytes, line - 1);
  return /^\s*#\s*define\b/.test(bytes.toString('latin1', line, Math.min(line + 120, bytes.length)));
};

const lineStart = (bytes: Bytes, at: number): number => {
  let start = at;
  while (start > 0 && bytes[start - 1] !== NEWLINE) start--;
  return start;
};

/** `newline` is the offset of a line's end. */
const endsInBackslash = (bytes: Bytes, newline: number): boolean => {
  const last = bytes[newline - 1] === CARRIAGE_RETURN ? newline - 2 : newline - 1;
  return bytes[last] === BACKSLASH;
};

const openingBrace = (bytes: Bytes, at: number): number | undefined => {
  for (let line = lineStart(bytes, at); line > 0; line = lineStart(bytes, line - 1)) {
    if (bytes[line] === OPEN_BRACE) return line;
    if (bytes[line] === CLOSE_BRACE) return undefined;
    if (endsHeadOnItsLine(bytes, line)) return lineEnd(bytes, line);
  }
  return undefined;
};

/** `int f(void) {` in the first column: not the kernel's style, but found in imported code. */
const endsHeadOnItsLine = (bytes: Bytes, line: number): boolean => {
  const first = bytes[line] ?? 0;
  const isLetter = (first >= 97 && first <= 122) || (first >= 65 && first <= 90) || first === 95;
  if (!isLetter) return false;
  return /^[\w\s*]+\([^;]*\)\s*\{\s*$/.test(bytes.toString('latin1', line, lineEnd(bytes, line)));
};

const lineEnd = (bytes: Bytes, line: number): number => {
  const end = bytes.indexOf('\n', line);
  return end === -1 ? bytes.length : end;
};

const closingBrace = (bytes: Bytes, at: number): number | undefined => {
  const end = bytes.indexOf('\n}', at);
  return end === -1 ? undefined : end + 1;
};

const headStart = (bytes: Bytes, brace: number): number => {
  let start = lineStart(bytes, brace);
  while (start > 0) {
    const before = lineStart(bytes, start - 1);
    const last = lastByte(bytes, start - 1, before);
    if (last === undefined || last === SEMICOLON || last === CLOSE_BRACE || bytes[before] === HASH) break;
    if (bytes[before] === 47 || bytes[before + 1] === 42) break; // a comment in the first column is not the head
    start = before;
  }
  return start;
};

/** The last byte of a line that is no white space; undefined for a blank line. */
const lastByte = (bytes: Bytes, newline: number, start: number): number | undefined => {
  for (let at = newline - 1; at >= start; at--) {
    const byte = bytes[at] ?? 0;
    if (byte !== 32 && (byte < 9 || byte > 13)) return byte;
  }
  return undefined;
};
