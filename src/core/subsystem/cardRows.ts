import { grouped } from '../grouped.ts';
import { plural } from '../plural.ts';
import type { Verdict } from '../verdict.ts';
import { MOST_OPEN } from './candidate.ts';
import type { CleanUps, InQemu } from './card.ts';
import type { FilledCard } from './filledCard.ts';
import { historyRows, knownRow, type MonthsAs, unknownRow } from './historyRows.ts';
import { cleanUpWords } from './stance.ts';
import type { CleanUpStance } from './stances.ts';

/** One line of a card, the same for one card on a page and for several side by side. */
export interface CardRow {
  readonly label: string;
  readonly text: string;
  /** Where something was looked at, or could not be. */
  readonly verdict?: Verdict;
  /** What only a page has room for. */
  readonly more?: readonly string[];
  /** With `unknown`: the command that would settle it. */
  readonly settle?: string;
}

/** What a card says, in the order of the questions that a newcomer has. */
export const cardRows = (card: FilledCard, months: MonthsAs): readonly CardRow[] => [
  ...aboutRows(card),
  ...treeRows(card),
  ...historyRows(card.history, months),
  ...wishRows(card),
];

const aboutRows = ({ about }: FilledCard): CardRow[] => {
  const people = `${plural(about.maintainers, 'maintainer')}, ${plural(about.reviewers, 'reviewer')}`;
  return [
    { label: 'Who', text: `${about.status === '' ? 'no status given' : about.status}; ${people}` },
    { label: 'Lists', text: about.lists.length === 0 ? 'none of its own' : about.lists.join(', ') },
    ...(about.profile === undefined ? [] : [{ label: 'Its rules', text: `${about.profile}: read it first` }]),
  ];
};

const treeRows = ({ tree, steepness, testFiles }: FilledCard): CardRow[] => {
  const all = Math.max(1, tree.lines);
  const languages = tree.languages
    .filter(({ lines }) => lines / all >= 0.01)
    .slice(0, 4)
    .map(({ language, lines }) => `${language} ${Math.round((100 * lines) / all)} %`);
  const notCounted = steepness.unknown.length > 0 ? [`${steepness.unknown.join(' and ')} unknown, so not counted`] : [];
  return [
    {
      label: 'Size',
      text: sizeWords(tree),
      more: [languages.join(', ')],
    },
    { label: 'How steep', text: steepness.steep, more: [...steepness.because, ...notCounted] },
    {
      label: 'Tests',
      text: testWords(tree, testFiles),
      more: [...tree.selftests, ...tree.kunit, ...testFiles].slice(0, 3),
    },
    {
      label: 'In QEMU',
      text: qemuWords(tree.inQemu),
      verdict: tree.inQemu.verdict,
      more: [tree.inQemu.seen],
    },
  ];
};

const sizeWords = ({ files, lines, unreadable }: FilledCard['tree']): string => {
  const words = `${grouped(files)} ${files === 1 ? 'file' : 'files'}, ${grouped(lines)} lines`;
  return unreadable === 0 ? words : `${words}; ${plural(unreadable, 'file')} could not be read`;
};

const testWords = ({ selftests, kunit }: FilledCard['tree'], testFiles: readonly string[]): string => {
  const words = [
    ...(selftests.length > 0 ? [`${plural(selftests.length, 'folder')} of selftests`] : []),
    ...(kunit.length > 0 ? [`${plural(kunit.length, 'file')} of unit tests`] : []),
  ];
  if (words.length > 0) return words.join(', ');
  return testFiles.length > 0 ? plural(testFiles.length, 'test file') : 'none of its own in the tree';
};

const qemuWords = ({ verdict, share }: InQemu): string => {
  if (verdict === 'unknown') return '';
  const which = share === 0 || share === 1 ? '' : ' for most of it';
  return verdict === 'holds' ? `no device is needed${which}` : `a device is needed${which}`;
};

const wishRows = ({ cleanUps, sites, history, drift, load }: FilledCard): CardRow[] => [
  cleanUps.stance === 'unknown'
    ? unknownRow('Clean-ups', unsaid(cleanUps, history))
    : { label: 'Clean-ups', text: wishWords(cleanUps.stance), more: [cleanUps.because] },
  { label: 'Open sites', text: siteWords(sites) },
  // Where there is a history, it says more than two trees do.
  ...(history.kind === 'known' && drift.kind === 'unknown' ? [] : [driftRow(drift)]),
  loadRow(load),
];

/** What settles the history settles this too; a page says it once. */
const unsaid = ({ because, ...rest }: CleanUps, history: FilledCard['history']): Omit<CleanUps, 'stance'> =>
  history.kind === 'unknown' && history.settle === rest.settle ? { because } : { because, ...rest };

const wishWords = (stance: CleanUpStance): string => (stance === 'none' ? cleanUpWords.none : stance);

const siteWords = (sites: FilledCard['sites']): string => {
  const open = sites.filter(({ ready, byHand }) => ready + byHand > 0);
  if (open.length === 0) return 'none';
  return open.map(({ rule, ready, byHand }) => `${ready} ready, ${byHand} by hand (${rule})`).join('; ');
};

const driftRow = (drift: FilledCard['drift']): CardRow =>
  knownRow('Drift', drift, (one) => {
    const lines = `${grouped(Math.abs(one.lines))} lines ${one.lines < 0 ? 'fewer' : 'more'}`;
    const files = `${grouped(one.filesAdded)} files added, ${grouped(one.filesRemoved)} removed`;
    return {
      text: `since ${one.from}: ${files}, ${grouped(one.filesChanged)} changed`,
      more: [
        `${grouped(one.filesSame)} files as they were; ${lines}`,
        `open sites then ${one.sitesBefore}, now ${one.sitesNow}`,
      ],
    };
  });

const loadRow = (load: number): CardRow => {
  if (load === 0) return { label: 'Your load', text: 'no patch of yours is open here' };
  const text = `${load} of your patches ${load === 1 ? 'is' : 'are'} open here`;
  if (load <= MOST_OPEN) return { label: 'Your load', text };
  const because = `More than ${MOST_OPEN} are advised against: each one costs somebody’s review. See one through first.`;
  return { label: 'Your load', text, verdict: 'fails', more: [because] };
};
