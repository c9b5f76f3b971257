import type { SubjectLine } from './patchMail.ts';

/** Takes a subject apart. `text` is decoded and unfolded. */
export const subjectLine = (text: string, at: number): SubjectLine => {
  const { brackets, summaryAt } = beforeSummary(text);
  const summary = text.slice(summaryAt).trimEnd();
  const marks = brackets.flatMap(marksIn);
  const version = marks.map((mark) => VERSION.exec(mark)?.[1]).find((found) => found !== undefined);
  const [, number, total] = marks.map((mark) => NUMBER.exec(mark)).find((found) => found) ?? [];
  return {
    text,
    at,
    marks,
    version: version === undefined ? 1 : Number(version),
    ...(number === undefined ? {} : { number: Number(number), total: Number(total) }),
    isRfc: marks.some((mark) => /^rfc$/i.test(mark)),
    isResend: marks.some((mark) => /^(?:resend|resent|repost)$/i.test(mark)),
    isReply: /^\s*(?:re|aw|fwd?|sv|antw):/i.test(text),
    trees: marks.filter((mark) => ![VERSION, NUMBER, KIND].some((known) => known.test(mark))),
    summary,
    summaryAt,
    prefix: prefixOf(summary),
  };
};

const VERSION = /^v(\d{1,4})$/i;
const NUMBER = /^(\d{1,4})\/(\d{1,4})$/;
const KIND = /^(?:patch|patches|rfc|resend|resent|repost)$/i;

/** What git am takes off a subject: each `Re:`, blanks, colons, and every bracket up to the first that closes one. */
const beforeSummary = (text: string): { readonly brackets: readonly string[]; readonly summaryAt: number } => {
  const brackets: string[] = [];
  // git does not know the other languages' `Re:`; behind them stand the brackets all the same.
  let at = /^\s*(?:(?:aw|fwd?|sv|antw):\s*)+(?=\[)/i.exec(text)?.[0].length ?? 0;
  for (;;) {
    const sign = text.charAt(at);
    if (sign === '[') {
      const end = text.indexOf(']', at);
      if (end < 0) break;
      brackets.push(text.slice(at + 1, end));
      at = end + 1;
    } else if (sign !== '' && ' \t\n\r:'.includes(sign)) at++;
    else if (/^re:/i.test(text.slice(at, at + 3)) && text.length > at + 3) at += 3;
    else break;
  }
  return { brackets, summaryAt: at };
};

/** The words of a bracket; what a person wrote as one (`PATCHv2`, `RFCv3`, `PATCH1/2`) is taken apart as b4 does. */
const marksIn = (bracket: string): readonly string[] =>
  bracket
    .replace(/[[\]]/g, ' ')
    .split(/[\s,;]+/)
    .flatMap((word) => {
      const [, kind = '', rest = ''] = /^(patch|rfc)[-_]?(v\d{1,4}|\d{1,4}\/\d{1,4})$/i.exec(word) ?? [];
      const [, version = '', number = ''] = /^(v\d{1,4})[-:](\d{1,4}\/\d{1,4})$/i.exec(word) ?? [];
      if (kind !== '') return [kind, rest];
      return version === '' ? [word] : [version, number];
    })
    .filter((word) => word !== '');

/**
 * The parts that end in a colon and a blank, with it. A part is a name or a few, as `perf tools: `; longer ones are
 * words of a sentence, and `foo::bar` is code.
 */
const prefixOf = (summary: string): string => {
  let length = 0;
  for (;;) {
    const part = PART.exec(summary.slice(length, length + 80))?.[0];
    if (part === undefined || length + part.length >= summary.length) return summary.slice(0, length);
    length += part.length;
  }
};

const PART = /^[^\s:"'`()]{1,60}(?: [^\s:"'`()]{1,40}){0,2}: +/;
