import { notesIn, readNotes, type VersionNotes, writeNotes } from '../core/series/changelog.ts';
import type { SeriesPlan } from './planSeries.ts';

export interface NotesOrder {
  /** The person's own words on this version; without them those that stand in it already are kept. */
  readonly changelog?: string | undefined;
  /** What has to be told besides: tags that were dropped. */
  readonly sentences: readonly string[];
  /** Where the version before can be read, where the person took it. */
  readonly link?: string | undefined;
}

/** The notes on all versions, newest first, as they stand below the `---` or in the cover letter; empty in a first one. */
export const seriesNotes = (plan: SeriesPlan, { changelog, sentences, link }: NotesOrder): string => {
  const { version, former, again } = plan;
  const older = former ? notesOf(former.series) : notesOfB4(plan);
  const number = version.version;
  if (version.kind === 'resend') return writeNotes(older);
  const kept = again ? notesOf(again).find((one) => one.version === number) : undefined;
  const ofB4 = notesOfB4(plan);
  const written = kept ?? ofB4.find((one) => one.version === number);
  const own = changelog === undefined ? (written?.lines ?? []) : asList(changelog);
  const told = folded(own.join(' '));
  const missing = sentences.filter((sentence) => !told.includes(folded(sentence))).map((sentence) => `- ${sentence}`);
  const lines = [...own, ...missing];
  const others = older.filter((one) => one.version !== number);
  const isTold = lines.length > 0 || link !== undefined;
  return writeNotes(isTold ? [{ version: number, lines }, ...others] : others, {
    linkOf: (before) => (before === former?.series.version ? link : undefined),
  });
};

/** A line that is none of a list yet becomes one; what is indented belongs to the line above. */
const asList = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .map((line) => (/^(?:[-*+•] |\s)/.test(line) ? line : `- ${line}`));

const folded = (text: string): string => text.replace(/\s+/g, ' ');

/** What still says EDITME is nobody's words yet. */
const notesOfB4 = ({ work }: SeriesPlan): readonly VersionNotes[] => {
  const letter = work.b4?.letter;
  if (letter?.changelog === undefined || letter.unwritten.includes('changelog')) return [];
  return notesIn(letter.changelog.split('\n')).notes;
};

const notesOf = ({ cover, patches }: NonNullable<SeriesPlan['again']>): readonly VersionNotes[] => {
  const first = cover ?? patches[0];
  return first ? readNotes(first) : [];
};
