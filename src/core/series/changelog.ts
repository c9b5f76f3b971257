import type { PatchMail } from '../patch/patchMail.ts';
import { wrapText } from '../patch/wrapText.ts';
import { versionHeading } from './versionTold.ts';
import { wordsEnd } from './wordsEnd.ts';

/** What one version says it changed. */
export interface VersionNotes {
  readonly version: number;
  /** The words below the heading, with the line that says where the version before can be read. */
  readonly lines: readonly string[];
}

/** One entry a version, the newest first. */
export type Changelog = readonly VersionNotes[];

/** What a mail tells of its versions: below the `---`, or in a cover letter's text. */
export const readNotes = ({ isCover, message, below }: PatchMail): Changelog => {
  const told = below.map(({ text }) => text);
  const stat = told.findLastIndex((text) => /^ \d+ files? changed/.test(text));
  // Some write them behind the diffstat.
  const behind = stat < 0 ? [] : told.slice(stat + 1).filter((text) => !/^ (?:create|delete|rename|mode) /.test(text));
  return joined([
    ...(isCover ? notesIn(message.map(({ text }) => text)).notes : []),
    ...notesIn(told).notes,
    ...notesIn(behind).notes,
  ]);
};

/** The notes among some lines, and the lines that are none of them; up to where tools write. */
export const notesIn = (lines: readonly string[]): NotesFound => {
  const texts = lines.slice(0, wordsEnd(lines)).map((text) => text.trimEnd());
  const others: string[] = [];
  const notes: Open[] = [];
  let open: Open | undefined;
  for (const [at, text] of texts.entries()) {
    const heading = headingAt(text, notes[0]);
    if (heading) {
      open = { ...heading, lines: heading.rest === '' ? [] : [heading.rest] };
      notes.push(open);
    } else if (open && !isProseAgain(text, open)) {
      if (text !== '' || open.lines.length > 0) open.lines.push(text);
    } else {
      open = undefined;
      if (!isTitle(texts, at)) others.push(text);
    }
  }
  return { notes: linked(notes), others };
};

export interface NotesFound {
  readonly notes: readonly VersionNotes[];
  readonly others: readonly string[];
}

interface Open {
  readonly version: number;
  /** What stands before the heading's words. */
  readonly lead: string;
  readonly lines: string[];
}

/** Further headings begin as the first does: `- v2:` in a list, or deeper, is an item that speaks of a version. */
const headingAt = (
  text: string,
  first: Open | undefined,
): (Pick<Open, 'version' | 'lead'> & { rest: string }) | undefined => {
  const found = versionHeading(text);
  if (!found) return undefined;
  const [lead] = /^[ \t]*(?:[-*=#]+[ \t]*)?/.exec(text) ?? [''];
  const isAlike = !first || (lead.trim() === first.lead.trim() && lead.length <= first.lead.length + 1);
  return isAlike ? { ...found, lead } : undefined;
};

/** A paragraph of a cover letter that follows the notes: neither an item nor indented. */
const isProseAgain = (text: string, { lines }: Open): boolean =>
  text !== '' && lines.length > 0 && lines.at(-1) === '' && !IN_NOTES.test(text);

/** An item, or what belongs to one. */
const IN_NOTES = /^(?:\s|[-*+•]|\(?\w{1,2}[.)] )/;

/** `Changelog:` above the first version. */
const isTitle = (texts: readonly string[], at: number): boolean => {
  if (!/^\W{0,5}(?:change ?logs?|changes|(?:revision |version |patch )?history)\W{0,5}$/i.test(texts[at] ?? ''))
    return false;
  const next = texts[at + 1] === '' ? texts[at + 2] : texts[at + 1];
  return next !== undefined && versionHeading(next) !== undefined;
};

const LINK = /^[ \t]*(?:[-*+][ \t]*)?link to v\d{1,3}[ \t]*:/i;

const URL_ONLY = /^\s*https?:\/\/\S+\s*$/;

/** `v1: https://…` alone says where that version is, and belongs to the notes on the next. */
const linked = (notes: readonly Open[]): readonly VersionNotes[] => {
  const told = notes.map(({ version, lines }): VersionNotes => ({ version, lines: trimmed(lines) }));
  const isLink = ({ lines: [line = '', ...more] }: VersionNotes): boolean => more.length === 0 && URL_ONLY.test(line);
  const links = new Map(told.filter(isLink).map(({ version, lines: [line = ''] }) => [version, line.trim()]));
  return told
    .filter((one) => !isLink(one))
    .map((one) => {
      const link = links.get(one.version - 1);
      if (link === undefined || one.lines.some((line) => LINK.test(line))) return one;
      return { ...one, lines: [...one.lines, `- Link to v${one.version - 1}: ${link}`] };
    });
};

const trimmed = (lines: readonly string[]): readonly string[] =>
  lines.slice(Math.max(0, lines.findIndex(hasWords)), lines.findLastIndex(hasWords) + 1);

const hasWords = (line: string): boolean => line.trim() !== '';

const joined = (notes: readonly VersionNotes[]): Changelog => {
  const all = new Map<number, string[]>();
  for (const { version, lines } of notes) {
    const open = all.get(version) ?? [];
    for (const line of lines) open.push(line);
    all.set(version, open);
  }
  return [...all].map(([version, lines]) => ({ version, lines })).toSorted((a, b) => b.version - a.version);
};

/** The notes as they stand in a mail, the newest first; `linkOf` knows where a version can be read. */
export const writeNotes = (
  notes: readonly VersionNotes[],
  { linkOf = () => undefined }: { readonly linkOf?: (version: number) => string | undefined } = {},
): string =>
  joined(notes)
    .map(({ version, lines }) => {
      const link = version > 1 && !lines.some((line) => LINK.test(line)) ? linkOf(version - 1) : undefined;
      const where = link === undefined ? [] : [`- Link to v${version - 1}: ${link}`];
      return [`Changes in v${version}:`, ...noteLines(lines), ...where].join('\n');
    })
    .join('\n\n');

/** The words, in lines of at most 75 columns, so that they are read back as they are. */
const noteLines = (lines: readonly string[]): readonly string[] => {
  const all = trimmed(lines.flatMap((line) => line.split(/\r?\n/)).map((line) => line.trimEnd()));
  const [first = ''] = all;
  // Alone, an address would be taken for where this version is.
  if (all.length === 1 && URL_ONLY.test(first)) return [`- ${first.trim()}`];
  return all.flatMap((line, at) => {
    // Behind an empty line, plain words would be taken for what follows the notes.
    const isPlain = line !== '' && all[at - 1] === '' && !IN_NOTES.test(line);
    return wrappedLine(isPlain ? `  ${line}` : indented(line)).map(indented);
  });
};

/** What would be read as the next version, or as the end of the notes, is none where it is indented. */
const indented = (line: string): string => {
  const isHeading = headingAt(line, { version: 1, lead: '', lines: [] }) !== undefined;
  return isHeading || wordsEnd([line, '  x']) === 0 ? `  ${line.trimStart()}` : line;
};

/** An item that goes on in the next line stays below its first word. */
const wrappedLine = (line: string): readonly string[] => {
  if ([...line].length <= 75 || LINK.test(line)) return [line];
  const [lead = ''] = /^\s*(?:[-*+•]\s+|\(?\w{1,2}[.)]\s+)?/.exec(line.slice(0, 40)) ?? [];
  // Two columns are left for a line that has to be indented.
  const words = wrapText(line.slice(lead.length), Math.max(20, Math.min(73, 75 - lead.length))).split('\n');
  return words.map((part, at) => (at === 0 ? lead + part : ' '.repeat(lead.length) + part));
};
