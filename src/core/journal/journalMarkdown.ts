import { visible, visibleName } from '../visible.ts';
import { factWords } from './factWords.ts';
import type { ReadFacts } from './parseFacts.ts';
import { clockOf, dayName, days, type Entry, timeline } from './timeline.ts';

export interface MarkdownOrder {
  /** The time zone whose days they are: `Europe/Berlin`. */
  readonly zone: string;
  /** With the head that the site generator Zola reads. */
  readonly isZola: boolean;
}

/** The journal as a text that can be published, the oldest day first. */
export const journalMarkdown = (read: ReadFacts, { zone, isZola }: MarkdownOrder): string => {
  const told = days(timeline(read).toReversed(), zone);
  const last = told.findLast(({ date }) => date !== undefined)?.date;
  const head = isZola
    ? ['+++', 'title = "Journal"', ...(last === undefined ? [] : [`date = ${last}`]), '+++', '']
    : ['# Journal', ''];
  const body = told.flatMap(({ date, entries }) => [
    `## ${date === undefined ? 'Without a date' : dayName(date)}`,
    '',
    ...entries.flatMap((entry) => [...entryLines(entry, zone), '']),
  ]);
  const nothing = told.length === 0 ? ['Nothing is noted yet.', ''] : [];
  return [...head, ...nothing, ...body].join('\n');
};

const MARKS = { holds: '✓', fails: '✗', unknown: '?' } as const;

const entryLines = (entry: Entry, zone: string): string[] => {
  const time = entry.at === undefined ? '' : `${clockOf(entry.at, zone)} `;
  if (entry.kind === 'unknown') {
    const { kind, line } = entry.unknown;
    return [`- ${time}${plain(kind)}, which this version does not know (line ${line} of the journal).`];
  }
  const { says, words, verdict, seen } = factWords(entry.fact);
  const ended = verdict === undefined ? '' : ` ${MARKS[verdict]} ${verdict}. ${plain(seen ?? '')}`;
  const quoted =
    words === undefined
      ? []
      : visible(words)
          .split('\n')
          .map((line) => `  > ${plain(line)}`.trimEnd());
  return [`- ${time}${plain(says)}${ended}`.trimEnd(), ...(quoted.length > 0 ? ['', ...quoted] : [])];
};

/** What Markdown, HTML or Zola's shortcodes would take for their own stands as it was written. */
const plain = (text: string): string =>
  visibleName(text)
    .replace(/[\\`*_[\]<>&#|~{}!]/g, '\\$&')
    .replace(/^(\s*)(\d+)([.)])/, '$1$2\\$3')
    .replace(/^(\s*)([-+=])/, '$1\\$2');
