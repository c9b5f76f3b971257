import { notesIn, readNotes, type VersionNotes, writeNotes } from '../core/series/changelog.ts';
import type { SeriesPlan } from './planSeries.ts';

export interface NotesOrder {
  /** The person's own words on this version; without them those that stand in it already are kept. */
  readonly changelog?: string | undefined;
  /** What has to be told besides: tags that were dropped. */
  readonly sentences: readonly string[];
  /** Where the version before can be read, where the person took it. */
  readonly link?: string | undefined;
  /** They are put below the `---` of the only patch, where its commit may have some already. */
  readonly isBelow: boolean;
}

/** The notes on all versions, newest first, as they stand below the `---` or in the cover letter; empty in a first one. */
export const seriesNotes = (plan: SeriesPlan, { changelog, sentences, link, isBelow }: NotesOrder): string => {
  const { version, former, again } = plan;
  const older = former ? notesOf(former.series) : notesOfB4(plan);
  const number = version.version;
  if (version.kind === 'resend') return writeNotes(withoutThose(older, isBelow ? notesOfLoose(plan) : []));
  const kept = again ? notesOf(again).find((one) => one.version === number) : undefined;
  const ofB4 = notesOfB4(plan);
  const written = kept ?? ofB4.find((one) => one.version === number);
  const own = changelog === undefined ? (written?.lines ?? []) : asList(changelog);
  const told = folded(own.join(' '));
  const missing = sentences.filter((sentence) => !told.includes(folded(sentence))).map((sentence) => `- ${sentence}`);
  const lines = [...own, ...missing];
  const others = older.filter((one) => one.version !== number);
  const isTold = lines.length > 0 || link !== undefined;
  const there = isBelow ? [...notesOfCommit(plan), ...notesOfLoose(plan)] : [];
  const all = withoutThose(isTold ? [{ version: number, lines }, ...others] : others, there);
  return writeNotes(all, {
    linkOf: (before) => (before === former?.series.version ? link : undefined),
  });
};

/** Lines that the commit's own notes have are in the mail without us. */
const withoutThose = (notes: readonly VersionNotes[], there: readonly VersionNotes[]): readonly VersionNotes[] =>
  notes.flatMap(({ version, lines }) => {
    const same = new Set(there.filter((one) => one.version === version).flatMap((one) => one.lines));
    const left = lines.filter((line) => line === '' || !same.has(line));
    return left.some((line) => line !== '') || lines.length === 0 ? [{ version, lines: left }] : [];
  });

/** What stands below a `---` in the message of the commit. */
const notesOfCommit = ({ series: { patches } }: SeriesPlan): readonly VersionNotes[] =>
  patches.slice(0, 1).flatMap((patch) => readNotes(patch));

const notesOfLoose = ({ work }: SeriesPlan): readonly VersionNotes[] =>
  notesIn((work.below[0] ?? '').split('\n')).notes;

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
