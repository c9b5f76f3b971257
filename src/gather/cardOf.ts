import type { Section } from '../core/maintainers/parseMaintainers.ts';
import { aboutSection } from '../core/subsystem/aboutSection.ts';
import { beginWith } from '../core/subsystem/beginWith.ts';
import type { Candidate } from '../core/subsystem/candidate.ts';
import type { Drift, HistoryFigures, Known, SubsystemAbout } from '../core/subsystem/card.ts';
import type { KnownTree } from '../core/subsystem/drift.ts';
import type { FilledCard } from '../core/subsystem/filledCard.ts';
import type { History } from '../core/subsystem/history.ts';
import { historyFigures } from '../core/subsystem/historyFigures.ts';
import { placesIn } from '../core/subsystem/placesIn.ts';
import { replyArchive } from '../core/subsystem/replyArchive.ts';
import { slopeOf } from '../core/subsystem/slopeOf.ts';
import { steepness } from '../core/subsystem/steepness.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { cleanUpsOf } from './cleanUpsOf.ts';
import { driftOf } from './driftOf.ts';
import { openSitesOf } from './openSitesOf.ts';
import type { Owners } from './ownersOf.ts';
import { type SectionFiles, sectionFilesOf } from './sectionFilesOf.ts';
import { stancesOf } from './stancesOf.ts';
import { treeFiguresOf } from './treeFiguresOf.ts';

export type CardNeeds = Pick<Host, 'trees' | 'treeFiles' | 'scan' | 'folders' | 'now'>;

export interface CardOrder {
  readonly tree: string;
  readonly section: Section;
  readonly owners: Pick<Owners, 'of'>;
  readonly history: Known<History>;
  /** An older tree of the same project. */
  readonly older: Known<KnownTree>;
  /** Whose site it is that is drawn. */
  readonly who: string;
}

/** A card but for what the person has open: that changes from hour to hour, the rest with the tree. */
export async function* cardOf(
  host: CardNeeds,
  order: CardOrder,
): AsyncGenerator<Progress, Omit<FilledCard, 'load'>, undefined> {
  const { tree, section, owners, who } = order;
  const titlesOf = (path: string): string[] => owners.of(path).map((owner) => owner.section.title);
  const about = aboutSection(section);
  yield { doing: `Looking at ${section.title}` };
  const files = sectionFilesOf(host, tree, section);
  const figures = treeFiguresOf(host, tree, files);
  const paths = files.files.map(({ path }) => path);
  const places = placesIn(paths);
  const history = yearOf(order.history, files.owns, about);
  const stances = stancesOf(host, tree);
  const cleanUps = cleanUpsOf(host, { tree, title: section.title, paths, stances, titlesOf, history });
  const { open, site, toChange } = await openSitesOf(host, tree, files, { who, stances, titlesOf });
  const drift = await driftSince(host, order, files, toChange);
  const candidate: Candidate = {
    about,
    ...places,
    lines: { kind: 'known', value: figures.lines },
    kunit: { kind: 'known', value: figures.kunit },
    selftests: figures.selftests,
    inQemu: figures.inQemu,
    history,
    cleanUps,
    sites: { kind: 'known', value: open },
    ...(site ? { site } : {}),
    load: 0,
  };
  return {
    about,
    tree: figures,
    history,
    drift,
    cleanUps,
    sites: open,
    testFiles: places.testFiles,
    steepness: steepness(slopeOf(candidate)),
    first: beginWith(candidate, (path) => host.trees.exists(tree, path)),
  };
}

const yearOf = (
  history: Known<History>,
  owns: (path: string) => boolean,
  { lists }: SubsystemAbout,
): Known<HistoryFigures> => {
  if (history.kind === 'unknown') return history;
  const year = historyFigures(history.value, owns);
  const settle = replyArchive(lists);
  const { medianDaysToReply: reply } = year;
  if (reply.kind === 'known' || settle === undefined) return { kind: 'known', value: year };
  return { kind: 'known', value: { ...year, medianDaysToReply: { ...reply, settle } } };
};

const driftSince = async (
  host: CardNeeds,
  { tree, older }: CardOrder,
  files: SectionFiles,
  sitesNow: number,
): Promise<Known<Drift>> =>
  older.kind === 'unknown'
    ? older
    : { kind: 'known', value: await driftOf(host, { tree, files, older: older.value.folder, sitesNow }) };
