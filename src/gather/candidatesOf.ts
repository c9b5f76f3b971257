import { openLoad } from '../core/journal/openLoad.ts';
import type { Section } from '../core/maintainers/parseMaintainers.ts';
import { aboutSection } from '../core/subsystem/aboutSection.ts';
import { type Candidate, isCandidate } from '../core/subsystem/candidate.ts';
import type { HistoryFigures, Known } from '../core/subsystem/card.ts';
import { historyFiguresOfAll } from '../core/subsystem/historyFigures.ts';
import { inQemu } from '../core/subsystem/inQemu.ts';
import { placesIn } from '../core/subsystem/placesIn.ts';
import { selftestFolders, selftestTargets } from '../core/subsystem/testSuites.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import type { ListedFile } from '../edge/treeFiles.ts';
import { cleanUpsOf } from './cleanUpsOf.ts';
import { historyOf } from './historyOf.ts';
import { offerClone } from './offerClone.ts';
import type { SubsystemSites } from './openSitesIn.ts';
import { openSitesOfAll } from './openSitesOfAll.ts';
import { ownersOf } from './ownersOf.ts';
import { projectOf } from './projectOf.ts';
import { requireSections } from './requireSections.ts';
import { sameProject } from './sameProject.ts';
import { stancesOf } from './stancesOf.ts';
import { treeFiguresOf } from './treeFiguresOf.ts';

export type CandidateNeeds = Pick<Host, 'trees' | 'treeFiles' | 'env' | 'git' | 'folders' | 'now' | 'scan' | 'journal'>;

export interface Candidates {
  /** What is odd about MAINTAINERS: sentences. */
  readonly oddities: readonly string[];
  /** All that can be chosen, by the names of their files, their sites and the history. */
  readonly all: readonly Candidate[];
  /** One of them looked at file by file. */
  filled(candidate: Candidate): Candidate;
}

/** Everything of a tree that a person can choose to begin in. `who` draws the site that each of them offers. */
export async function* candidatesOf(
  host: CandidateNeeds,
  { tree, who }: { tree: string; who: string },
): AsyncGenerator<Progress, Candidates, undefined> {
  yield { doing: 'Looking who owns which file' };
  const owners = ownersOf(host, tree);
  requireSections(owners, tree);
  const titlesOf = (path: string): string[] => owners.of(path).map(({ section }) => section.title);
  const files = filesByTitle(host, tree, titlesOf);
  const history = offerClone(yield* historyOf(host, tree), projectOf(host, tree));
  const years = history.kind === 'known' ? historyFiguresOfAll(history.value, titlesOf) : new Map();
  const sites = yield* openSitesOfAll(host, tree, { who, stances: stancesOf(host, tree), titlesOf });
  const { facts } = await host.journal.read();
  const isSame = sameProject(host, tree);
  const load = openLoad(facts, (path, of) => (isSame(of) ? titlesOf(path) : []));
  const world: World = {
    host,
    tree,
    titlesOf,
    files,
    sites,
    load,
    yearOf: (title) => {
      const year = years.get(title);
      if (history.kind === 'unknown') return history;
      return year ? { kind: 'known', value: year } : { kind: 'unknown', because: 'no commit of the year touches it' };
    },
    targets: selftestTargets(host.trees.text(tree, 'tools/testing/selftests/Makefile') ?? ''),
  };
  const all = owners.sections().flatMap((section) => atAGlance(world, section));
  // Where there is a history, what no commit of the year touches is asleep.
  const awake = history.kind === 'known' ? all.filter(({ history: year }) => year.kind === 'known') : all;
  return { oddities: owners.oddities, all: awake, filled: (candidate) => filled(world, candidate) };
}

interface World {
  readonly host: CandidateNeeds;
  readonly tree: string;
  readonly titlesOf: (path: string) => readonly string[];
  readonly files: ReadonlyMap<string, readonly ListedFile[]>;
  readonly sites: ReadonlyMap<string, SubsystemSites>;
  readonly load: ReadonlyMap<string, number>;
  yearOf(title: string): Known<HistoryFigures>;
  readonly targets: ReadonlySet<string>;
}

const filesByTitle = (
  host: CandidateNeeds,
  tree: string,
  titlesOf: World['titlesOf'],
): ReadonlyMap<string, readonly ListedFile[]> => {
  const byTitle = new Map<string, ListedFile[]>();
  for (const file of host.treeFiles.list(tree, [{ folder: '', levels: Number.POSITIVE_INFINITY }]).files) {
    for (const title of titlesOf(file.path)) {
      const own = byTitle.get(title);
      if (own) own.push(file);
      else byTitle.set(title, [file]);
    }
  }
  return byTitle;
};

/** By names alone: no file is opened. None where it cannot be chosen. */
const atAGlance = ({ host, tree, files, sites, load, yearOf, targets }: World, section: Section): Candidate[] => {
  const { title } = section;
  const paths = (files.get(title) ?? []).map(({ path }) => path);
  const here = sites.get(title);
  const basics = { about: aboutSection(section), ...placesIn(paths), history: yearOf(title) };
  if (!isCandidate(basics)) return [];
  const candidate: Candidate = {
    ...basics,
    selftests: selftestFolders(paths, targets),
    kunit: { kind: 'unknown', because: 'its files were not opened' },
    lines: { kind: 'unknown', because: 'its files were not opened' },
    // Every file counted alike is near enough to say which to open.
    inQemu: inQemu(
      paths.map((path) => ({ path, lines: 1 })),
      projectOf(host, tree),
    ),
    cleanUps: { stance: 'unknown', because: 'its documents were not opened' },
    sites: { kind: 'known', value: here?.open ?? [] },
    ...(here?.site ? { site: here.site } : {}),
    load: load.get(title) ?? 0,
  };
  return [candidate];
};

const filled = ({ host, tree, files, titlesOf }: World, candidate: Candidate): Candidate => {
  const own = files.get(candidate.about.name) ?? [];
  const figures = treeFiguresOf(host, tree, { files: own, unreadable: [] });
  const order = {
    tree,
    title: candidate.about.name,
    paths: own.map(({ path }) => path),
    stances: stancesOf(host, tree),
    titlesOf,
    history: candidate.history,
  };
  return {
    ...candidate,
    selftests: figures.selftests,
    kunit: { kind: 'known', value: figures.kunit },
    lines: { kind: 'known', value: figures.lines },
    inQemu: figures.inQemu,
    cleanUps: cleanUpsOf(host, order),
  };
};
