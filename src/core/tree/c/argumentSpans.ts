import { BACKSLASH, type Bytes, NEWLINE } from './bytes.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface CallSpans {
  /** The arguments, white space and comments included. */
  readonly arguments: readonly Span[];
  /** The offset behind the closing parenthesis. */
  readonly end: number;
}

const [QUOTE, APOSTROPHE, OPEN, CLOSE, STAR, COMMA, SLASH] = [34, 39, 40, 41, 42, 44, 47];
const [OPEN_SQUARE, CLOSE_SQUARE, OPEN_BRACE, CLOSE_BRACE] = [91, 93, 123, 125];

/** No call of an allocator is longer; what is, is a file cut in half. */
const LONGEST_CALL = 8192;

/**
 * Where the arguments of a call stand, found by matching parentheses and passing over strings and comments.
 * `open` is the offset of the opening parenthesis. Undefined when the call does not end.
 */
export const argumentSpans = (bytes: Bytes, open: number): CallSpans | undefined => {
  const limit = Math.min(bytes.length, open + LONGEST_CALL);
  const spans: Span[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < limit; at++) {
    const byte = bytes[at];
    if (byte === QUOTE || byte === APOSTROPHE) at = endOfQuoted(bytes, at, limit);
    else if (byte === SLASH) at = endOfComment(bytes, at, limit);
    else if (byte === OPEN || byte === OPEN_SQUARE || byte === OPEN_BRACE) depth++;
    else if (byte === CLOSE || byte === CLOSE_SQUARE || byte === CLOSE_BRACE) depth--;
    else if (byte === COMMA && depth === 1) {
      spans.push({ start, end: at });
      start = at + 1;
    }
    if (depth === 0) return byte === CLOSE ? { arguments: [...spans, { start, end: at }], end: at + 1 } : undefined;
  }
  return undefined;
};

/** The offset of the closing quote, or of the line's end where it is missing. */
export const endOfQuoted = (bytes: Bytes, at: number, limit: number): number => {
  const quote = bytes[at];
  for (let next = at + 1; next < limit; next++) {
    if (bytes[next] === BACKSLASH) next++;
    else if (bytes[next] === quote || bytes[next] === NEWLINE) return next;
  }
  return limit;
};

/** The last offset of the comment that begins at this slash, or the slash itself where none does. */
export const endOfComment = (bytes: Bytes, at: number, limit: number): number => {
  if (bytes[at + 1] === SLASH) {
    const end = bytes.indexOf('\n', at);
    return end === -1 ? limit : end - 1;
  }
  if (bytes[at + 1] !== STAR) return at;
  const end = bytes.indexOf('*/', at + 2);
  return end === -1 ? limit : end + 1;
};
