import type { TextLine } from '../mail/mail.ts';
import type { PatchMail } from './patchMail.ts';

/** What a line of a message is. `list` is prose too; `literal` is code, a table, a diagram, a command or its output. */
export type LineKind = 'prose' | 'list' | 'blank' | 'literal' | 'log' | 'quote' | 'link' | 'tag';

export interface ToldLine extends TextLine {
  readonly kind: LineKind;
}

/** Lines of prose that stand together; each item of a list is one by itself. */
export interface Paragraph {
  readonly kind: 'prose' | 'list';
  readonly lines: readonly TextLine[];
  /** The lines joined by one blank each, without their indentation. */
  readonly text: string;
  /** As `text`, in the same places, with quotations, links and code in quotes blanked out: the author's own words. */
  readonly own: string;
  /** For each line: where it begins in `text`. */
  readonly starts: readonly number[];
}

/** A piece of a paragraph, as the place of a finding: the line on which it begins, and what of it is on that line. */
export interface ProsePlace {
  readonly line: TextLine;
  readonly span: readonly [start: number, end: number];
}

/** The paragraphs of a message's body, without code, logs, tables, lists of tags, quoted mail and links. */
export const prose = ({ body }: Pick<PatchMail, 'body'>): readonly Paragraph[] => {
  const known = read.get(body);
  if (known) return known;
  const paragraphs = paragraphsOf(toldLines(body));
  read.set(body, paragraphs);
  return paragraphs;
};

// Some twenty rules read the same body; it is a value that nobody changes.
const read = new WeakMap<readonly TextLine[], readonly Paragraph[]>();

/** Every line of a body with what it is. */
export const toldLines = (body: readonly TextLine[]): readonly ToldLine[] => {
  const margin = commonMargin(body);
  let before: LineKind = 'blank';
  let inFence = false;
  return body.map((line) => {
    const text = line.text.slice(margin);
    const isFence = FENCE.test(text);
    const kind = isFence || inFence ? 'literal' : kindOf(text, before);
    if (isFence) inFence = !inFence;
    before = kind;
    return { ...line, kind };
  });
};

/** Where a piece of a paragraph's text stands. */
export const placeInProse = ({ lines, starts }: Paragraph, from: number, to: number): ProsePlace => {
  // By halves: a hostile message has a mention on each of a million lines.
  let at = 0;
  for (let end = starts.length; end - at > 1; ) {
    const middle = (at + end) >> 1;
    if ((starts[middle] ?? 0) <= from) at = middle;
    else end = middle;
  }
  const line = lines[at] ?? { text: '', at: 1 };
  const shift = indentOf(line.text) - (starts[at] ?? 0);
  return { line, span: [from + shift, Math.min(to + shift, line.text.length)] };
};

const FENCE = /^\s*(?:```|~~~|[-=]{2,}\s?8<|8<\s?[-=]{2,})/;
const ITEM = /^\s{0,8}(?:[-*+•‣o]|#?\d{1,3}[.):]|\([\da-z]{1,3}\)|[a-z]\))\s+\S/;
const LINK = /^\s*(?:\[\w{1,8}\]:?\s*|\w{1,16}:\s+)?<?[a-z]{2,8}:\/\/\S+>?[.,]?$/i;
const TAG = new RegExp(
  [
    '^(?:[A-Z][A-Za-z]*(?:-[A-Za-z]+)*-(?:by|By|BY|Id|id)|Fixes|Link|Closes|Cc|CC|BugLink|Bug|',
    'See-also|References|Message-ID):\\s',
  ].join(''),
);
const AM_NOTE = /^(?:\(cherry[- ]picked from commit |\[[^\]\s]+: |\[ ?upstream commit|commit [0-9a-f]{40} upstream)/i;

const LOGS: readonly RegExp[] = [
  /^\s*(?:<\d>)?\[\s{0,8}\d{1,8}\.\d{2,9}\]/,
  /\+0x[\da-f]{1,8}\/0x[\da-f]{1,8}/,
  /^\s*(?:Call Trace|Backtrace|Hardware name|Modules linked in|Code|Tainted|RIP|pc|lr|sp)\s?:(?:\s|$)/,
  /^\s*(?:[ER][A-DSI][XIP]|R\d\d|CR\d|[xr]\d{1,2})\s{0,2}: ?[\da-f]{8}/,
  /^\s*(?:CPU: \d+ |Unable to handle kernel |BUG: |Oops: |Kernel panic|Internal error: |general protection fault)/,
  /^\s*(?:In file included from |Traceback \(most recent|ERROR: |WARNING: |CHECK: |error: |warning: )/,
  /^\s*(?:\.{0,2}[\w+-]*\/)?[\w/+.-]{1,80}\.(?:[chS]|cc|cpp|py|rs|dts|dtsi|yaml|lds|ld):\d+/,
];

const LITERALS: readonly RegExp[] = [
  /^(?:\t|\s{4})/,
  /^\s*(?:[$#%]|=>|>>>|[\w.@:~-]{1,40}[#$])\s+\S/,
  /^\s*#\s?(?:include|define|if|ifdef|endif|else)\b/,
  /[;{}]\s*$|^\s*[{}]|^\s*(?:\/\*|\*\/)/,
  /^\s*[|+].*[|+]\s*$|^\s*[-=+|_~^. ]{4,}$/,
  /\S(?: {3,}|\t+)\S.*\S(?: {3,}|\t+)\S|\.{5,}\s/,
  /^\s*CONFIG_\w+=\S+$/,
  /^\s+[+-]\s?\S.*[;{})]$|^@@ -\d|^(?:diff|index|---|\+\+\+) /,
];

const kindOf = (text: string, before: LineKind): LineKind => {
  if (text.trim() === '') return 'blank';
  const plain = PLAIN_KINDS.find(([, pattern]) => pattern.test(text));
  if (plain) return plain[0];
  if (LOGS.some((log) => log.test(text)) || (before === 'log' && !isSentence(text))) return 'log';
  if (ITEM.test(text) && isSentence(text.replace(/^\s*\S+\s+/, ''), 1)) return 'list';
  // An item goes on indented; the same indentation after prose or an empty line is code.
  if (/^\s/.test(text) && (before === 'tag' || (before === 'list' && !/[;{}]\s*$/.test(text)))) return before;
  // What is indented and too long was pasted.
  if (text.length > 80 && /^\s{2}/.test(text)) return 'literal';
  if (LITERALS.some((literal) => literal.test(text))) return endsOddly(text) ? 'prose' : 'literal';
  return isSentence(text, /^\s{2,}/.test(text) ? 5 : 1) || goesOn(text, before) ? 'prose' : 'literal';
};

const PLAIN_KINDS: readonly (readonly [LineKind, RegExp])[] = [
  ['quote', /^\s*>/],
  ['link', LINK],
  ['tag', TAG],
  ['tag', AM_NOTE],
];

// A sentence that was wrapped before the number of a commit.
const goesOn = (text: string, before: LineKind): boolean => before === 'prose' && /^[\da-f]{7,40}[.,;:)]*$/i.test(text);

// A sentence may end in a semicolon, where it is no statement.
const endsOddly = (text: string): boolean =>
  /^\S/.test(text) && /;\s*$/.test(text) && !/[(){}=]|->/.test(text) && isSentence(text, 4);

/** Whether enough of its words are plain words, and most of its characters letters. */
const isSentence = (text: string, words = 6): boolean => {
  let plain = 0;
  for (const word of text.split(/\s+/)) if (/^["'(]?[A-Za-z][a-z'’-]*[.,:;?!)"']*$/.test(word)) plain++;
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  return (plain >= words || (words === 1 && letters > 2)) && letters * 2 >= text.replace(/\s/g, '').length;
};

/** Some indent the whole message. */
const commonMargin = (body: readonly TextLine[]): number => {
  let margin = 8;
  for (const { text } of body) {
    if (text.trim() === '') continue;
    margin = Math.min(margin, indentOf(text));
    if (margin === 0) return 0;
  }
  return margin;
};

const indentOf = (text: string): number => text.length - text.trimStart().length;

const paragraphsOf = (lines: readonly ToldLine[]): readonly Paragraph[] => {
  const groups: { readonly kind: Paragraph['kind']; readonly lines: TextLine[] }[] = [];
  let open: LineKind = 'blank';
  for (const { kind, text, at } of lines) {
    if (kind === 'prose' || kind === 'list') {
      const last = open === kind && !(kind === 'list' && ITEM.test(text)) ? groups.at(-1) : undefined;
      if (last) last.lines.push({ text, at });
      else groups.push({ kind, lines: [{ text, at }] });
    }
    open = kind;
  }
  return groups.map((group) => paragraphOf(group.kind, group.lines));
};

const paragraphOf = (kind: Paragraph['kind'], lines: readonly TextLine[]): Paragraph => {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.trim().length + 1;
  }
  const text = lines.map((line) => line.text.trim()).join(' ');
  return { kind, lines, text, own: ownWords(text), starts };
};

const NOT_OWN = /"[^"]{0,400}"|“[^”]{0,400}”|`[^`]{0,200}`|(?<![\w)])'[^']{1,80}'(?!\w)|[a-z]{2,8}:\/\/\S+/gi;

const ownWords = (text: string): string => text.replace(NOT_OWN, (found) => ' '.repeat(found.length));
