import { documentSectionHeadings, type Heading } from './documentSectionHeadings.ts';

/** A part of a tree's document. Lines start at 1. */
export interface DocumentSection {
  /** As the document writes it. */
  readonly heading: string;
  readonly line: number;
  /** What stands below the heading, up to the next one of the same or a higher level. */
  readonly words: string;
  /** The sentence that holds the key phrase, and the line on which the phrase begins. */
  readonly phrase?: { readonly line: number; readonly text: string };
}

/**
 * Finds a section by its heading, in reStructuredText or Markdown. White space and case do not count. A key phrase (at
 * most eight words, so that the document's words stay in the document) is found across line breaks; of several sections
 * with this heading, the one that holds it is taken. Never throws.
 */
export const findSection = (text: string, heading: string, keyPhrase?: string): DocumentSection | undefined => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const headings = documentSectionHeadings(lines);
  const wanted = folded(heading);
  let first: DocumentSection | undefined;
  for (const [at, found] of headings.entries()) {
    if (folded(found.title) !== wanted) continue;
    const section = sectionOf(lines, headings, at, keyPhrase);
    if (keyPhrase === undefined || section.phrase) return section;
    first ??= section;
  }
  return first;
};

/**
 * The innermost section that holds a key phrase, whatever its heading: documents are reordered, while what they ask stays.
 * What stands above the first heading counts for it. Never throws.
 */
export const sectionHolding = (text: string, keyPhrase: string): DocumentSection | undefined => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const headings = documentSectionHeadings(lines);
  const phrase = findPhrase(lines.join('\n'), 1, keyPhrase);
  if (!phrase || headings.length === 0) return undefined;
  const above = headings.findLastIndex(({ from }) => from < phrase.line);
  return { phrase, ...sectionOf(lines, headings, Math.max(above, 0), keyPhrase) };
};

const sectionOf = (
  lines: readonly string[],
  headings: readonly Heading[],
  at: number,
  keyPhrase: string | undefined,
): DocumentSection => {
  const own = headings[at] as Heading;
  const next = headings.slice(at + 1).find(({ level }) => level <= own.level);
  const below = lines.slice(own.textFrom, next?.from);
  const phrase = keyPhrase === undefined ? undefined : findPhrase(below.join('\n'), own.textFrom + 1, keyPhrase);
  const words = below
    .join('\n')
    .replace(/^(\s*\n)+/, '')
    .trimEnd();
  return { heading: own.title, line: own.titleAt + 1, words, ...(phrase ? { phrase } : {}) };
};

const findPhrase = (text: string, firstLine: number, phrase: string): DocumentSection['phrase'] => {
  const words = phrase.trim().split(/\s+/).map(escapeRegExp);
  const found = words[0] === '' ? undefined : new RegExp(words.join('\\s+'), 'i').exec(text);
  if (!found) return undefined;
  const start = found.index;
  const end = start + found[0].length;
  const line = firstLine + text.slice(0, start).split('\n').length - 1;
  return { line, text: text.slice(sentenceStart(text, start), sentenceEnd(text, end)).replace(/\s+/g, ' ').trim() };
};

// A full stop ends a sentence where white space and then no small letter follows, so that `e.g. this` goes on; an empty
// line ends it always.
const sentenceStart = (text: string, at: number): number => {
  const before = text.slice(0, at);
  let start = 0;
  for (const end of before.matchAll(/[.!?:]["')`]*\s+(?![a-z\s])|\n[ \t]*\n/g)) start = end.index + end[0].length;
  return start;
};

const sentenceEnd = (text: string, at: number): number => {
  const end = /[.!?]["')`]*(?=\s+(?![a-z\s]))|::?(?=[ \t]*\n[ \t]*\n)|\n[ \t]*\n/.exec(text.slice(at));
  return end ? at + end.index + end[0].trimEnd().length : text.length;
};

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
