import type { Span } from '../tree/c/argumentSpans.ts';
import { endOfComment, endOfQuoted } from '../tree/c/argumentSpans.ts';
import { BACKSLASH, type Bytes, isSpaceByte, isWordByte } from '../tree/c/bytes.ts';

const [QUOTE, APOSTROPHE, OPEN, CLOSE, STAR, PLUS, SLASH, CLOSE_SQUARE, MINUS, CLOSE_BRACE] = [
  34, 39, 40, 41, 42, 43, 47, 93, 45, 125,
];

/**
 * Whether a size argument may hold arithmetic that is worth a parse: a `*` between two operands, or a `+` beside a
 * sizeof. What stands inside `sizeof(…)` does not count. By bytes alone, so it may say yes too often, never no.
 */
export const hasArithmetic = (bytes: Bytes, { start, end }: Span): boolean => {
  const sees = { product: false, sum: false, sizeof: false };
  let before = 0; // the last byte that was no white space
  let twoBefore = 0; // and the one before that, for n++ and n--
  for (let at = start; at < end; at++) {
    const gap = endOfGap(bytes, at, end);
    if (gap !== undefined) {
      at = gap;
      continue;
    }
    const byte = bytes[at] ?? 0;
    let last = byte;
    if (byte === STAR) sees.product ||= endsOperand(before, twoBefore) && startsOperand(bytes, at + 1, end);
    else if (byte === PLUS) sees.sum ||= bytes[at + 1] !== PLUS && endsOperand(before, twoBefore);
    else if (byte === QUOTE || byte === APOSTROPHE) at = endOfQuoted(bytes, at, end);
    else if (isSizeof(bytes, at) && !isWordByte(bytes[at - 1])) {
      sees.sizeof = true;
      at = endOfSizeof(bytes, at + 6, end) - 1;
      last = CLOSE;
    }
    twoBefore = before;
    before = last;
  }
  return sees.product || (sees.sum && sees.sizeof);
};

/** The last offset of the white space, the line's continuation or the comment that begins here; undefined for code. */
const endOfGap = (bytes: Bytes, at: number, end: number): number | undefined => {
  const byte = bytes[at];
  if (isSpaceByte(byte) || byte === BACKSLASH) return at;
  const comment = byte === SLASH ? endOfComment(bytes, at, end) : at;
  return comment === at ? undefined : comment;
};

const endsOperand = (byte: number, earlier: number): boolean =>
  isWordByte(byte)
  || byte === CLOSE
  || byte === CLOSE_SQUARE
  || byte === CLOSE_BRACE
  || byte === APOSTROPHE
  || ((byte === PLUS || byte === MINUS) && byte === earlier);

/** A `*` of a cast or a type is followed by a parenthesis that closes, or another star. */
const startsOperand = (bytes: Bytes, from: number, end: number): boolean => {
  for (let at = from; at < end; at++) {
    if (isSpaceByte(bytes[at])) continue;
    return bytes[at] !== CLOSE;
  }
  return false;
};

const SIZEOF = [...'sizeof'].map((letter) => letter.charCodeAt(0));
const isSizeof = (bytes: Bytes, at: number): boolean =>
  SIZEOF.every((letter, index) => bytes[at + index] === letter) && !isWordByte(bytes[at + 6]);

/** Behind `sizeof(…)`, or behind the name of `sizeof *x`. */
const endOfSizeof = (bytes: Bytes, from: number, end: number): number => {
  let at = from;
  while (at < end && (isSpaceByte(bytes[at]) || bytes[at] === STAR || bytes[at] === BACKSLASH)) at++;
  if (bytes[at] !== OPEN) {
    while (at < end && isWordByte(bytes[at])) at++;
    return at;
  }
  for (let depth = 0; at < end; at++) {
    const byte = bytes[at];
    if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) at = endOfQuoted(bytes, at, end);
    else if (byte === SLASH) at = endOfComment(bytes, at, end);
  }
  return end;
};
