import type { Dialect } from './dialect.ts';
import { type Field, parseMaintainers, type Section } from './parseMaintainers.ts';
import { type PerlText, perlText } from './perlText.ts';

/** MAINTAINERS, read where it is needed: one question meets a few of its three thousand sections. */
export interface SectionReader {
  /** Where the lines of a letter begin, in order. */
  fieldsOf(letter: string): readonly number[];
  /** The value of the field that begins there. */
  valueAt(start: number): string;
  /** The section that the field belongs to, and the field. */
  at(start: number): { readonly section: Section; readonly field: Field };
}

export const sectionReader = (text: string, dialect: Pick<Dialect, 'unicode'>): SectionReader => {
  const perl = perlText(dialect);
  const sections = new Map<number, Section>();
  let lines: readonly number[] | undefined;
  const sectionFrom = (start: number): Section => {
    const known = sections.get(start);
    if (known) return known;
    lines ??= lineStarts(text);
    const above = lowerBound(lines, start);
    const [read] = parseMaintainers(text.slice(start, sectionEnd(text, start, perl)), dialect).sections;
    const section = moved(read ?? { title: '', line: 1, fields: [] }, above);
    sections.set(start, section);
    return section;
  };
  return {
    fieldsOf: (letter) => startsOf(text, `${letter}:`),
    valueAt: (start) => valueAt(text, start, perl),
    at: (start) => {
      const section = sectionFrom(sectionStart(text, start, perl));
      lines ??= lineStarts(text);
      const line = lowerBound(lines, start) + 1;
      return { section, field: section.fields.find((field) => field.line === line) as Field };
    },
  };
};

const moved = ({ title, line, fields }: Section, by: number): Section => ({
  title,
  line: line + by,
  fields: fields.map((field) => ({ ...field, line: field.line + by })),
});

const startsOf = (text: string, sign: string): readonly number[] => {
  const starts = text.startsWith(sign) ? [0] : [];
  const wanted = `\n${sign}`;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) starts.push(at + 1);
  return starts;
};

const valueAt = (text: string, start: number, { trimStart }: PerlText): string => {
  const end = endOfLine(text, start);
  return trimStart(text.slice(start + 2, text[end - 1] === '\r' ? end - 1 : end));
};

/** Up, over fields, empty lines and remarks, to the line that is a title. */
const sectionStart = (text: string, field: number, perl: PerlText): number => {
  let start = field;
  while (start > 0 && kindOf(text, start, perl) !== 'title') {
    start = start === 1 ? 0 : text.lastIndexOf('\n', start - 2) + 1; // a negative place would be taken for 0
  }
  return start;
};

const sectionEnd = (text: string, title: number, perl: PerlText): number => {
  let start = endOfLine(text, title) + 1;
  while (start < text.length && kindOf(text, start, perl) !== 'title') start = endOfLine(text, start) + 1;
  return start;
};

const endOfLine = (text: string, start: number): number => {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
};

/** What a line is: the same that parseMaintainers() sees in it. */
const kindOf = (text: string, start: number, { skipBlanks }: PerlText): 'field' | 'title' | 'neither' => {
  const letter = text.charCodeAt(start);
  if (letter >= 65 && letter <= 90 && text[start + 1] === ':') return 'field';
  const end = endOfLine(text, start);
  const at = skipBlanks(text, start);
  return at >= end || text[at] === '#' ? 'neither' : 'title';
};

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** How many lines begin before a place. */
const lowerBound = (starts: readonly number[], place: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};
