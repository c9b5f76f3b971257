import type { MailedDiffLine } from './fileDiff.ts';

/**
 * A line of C, taken apart: what is code, what stands in comments, what in strings. Each text keeps its columns, with
 * blanks where the others stand; it may end earlier than the line. In `code` the quotes of a string stay.
 */
export interface CodeLine {
  readonly line: MailedDiffLine;
  readonly code: string;
  readonly comment: string;
  readonly strings: string;
}

/** The lines of one hunk. Where it begins inside a comment is seen from what follows. Linear; never throws. */
export const codeOf = (lines: readonly MailedDiffLine[]): readonly CodeLine[] => {
  let isInBefore = beginsInside(lines, '+');
  let isInAfter = beginsInside(lines, '-');
  return lines.map((line) => {
    const read = readLine(line, line.mark === '-' ? isInBefore : isInAfter);
    if (line.mark !== '-') isInAfter = read.isInside;
    if (line.mark !== '+') isInBefore = read.isInside;
    return read.parts;
  });
};

/** Whether the first mark of a comment is its end; `without` is the side of the diff that does not count. */
const beginsInside = (lines: readonly MailedDiffLine[], without: '+' | '-'): boolean => {
  for (const { mark, text } of lines) {
    if (mark === without) continue;
    const end = text.indexOf('*/');
    const start = text.indexOf('/*');
    if (end >= 0 || start >= 0) return end >= 0 && (start < 0 || end < start);
  }
  return /^\s*\*(?:\s|$)/.test(lines.find(({ mark }) => mark !== without)?.text ?? '');
};

type Kind = 'code' | 'comment' | 'strings';

const readLine = (line: MailedDiffLine, startsInside: boolean): { parts: CodeLine; isInside: boolean } => {
  const { text } = line;
  if (!startsInside && !/["'/]/.test(text)) {
    return { parts: { line, code: text, comment: '', strings: '' }, isInside: false };
  }
  const parts = { code: '', comment: '', strings: '' };
  const put = (kind: Kind, from: number, to: number): void => {
    if (to > from) parts[kind] = parts[kind].padEnd(from, ' ') + text.slice(from, to);
  };
  let isInside = startsInside;
  let at = 0;
  while (at < text.length) {
    if (isInside) {
      const close = text.indexOf('*/', at);
      const end = close < 0 ? text.length : close + 2;
      put('comment', at, end);
      isInside = close < 0;
      at = end;
      continue;
    }
    const next = nextMark(text, at);
    put('code', at, next);
    at = next;
    if (text.startsWith('/*', at)) {
      put('comment', at, at + 2);
      at += 2;
      isInside = true;
    } else if (text.startsWith('//', at)) {
      put('comment', at, text.length);
      at = text.length;
    } else if (at < text.length) {
      const end = literalEnd(text, at);
      put('code', at, at + 1);
      put('strings', at, end);
      if (end > at + 1) put('code', end - 1, end);
      at = end;
    }
  }
  return { parts: { line, ...parts }, isInside };
};

/** Where the next comment or literal begins. */
const nextMark = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") return at;
    if (char === '/' && (text[at + 1] === '*' || text[at + 1] === '/')) return at;
  }
  return text.length;
};

// An apostrophe that is not closed at once is no character (`#error don't`): it is left as code.
const literalEnd = (text: string, from: number): number => {
  const quote = text[from];
  if (quote === "'") {
    const close = text[from + 1] === '\\' ? text.indexOf("'", from + 3) : from + 2;
    return text[close] === "'" && close - from < 12 ? close + 1 : from + 1;
  }
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
};
