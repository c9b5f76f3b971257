import { rankSite } from '../core/finding/rankSite.ts';
import type { Site } from '../core/finding/site.ts';
import type { HeldStance } from '../core/subsystem/stance.ts';
import type { Host } from '../edge/host.ts';
import { openSitesIn, type SubsystemSites } from './openSitesIn.ts';
import type { SectionFiles } from './sectionFilesOf.ts';

export interface SectionSites extends SubsystemSites {
  /** Of the sites, those that a person or a machine could change, whatever their subsystem says of it. */
  readonly toChange: number;
}

export interface SitesFor {
  /** Whose site it is that is drawn: everybody is offered another. */
  readonly who: string;
  readonly stances: readonly HeldStance[];
  readonly titlesOf: (path: string) => readonly string[];
}

type Needs = Pick<Host, 'scan' | 'folders' | 'now'>;

/** Files of a tree, with whether they are looked at at all. */
type Owned = Pick<SectionFiles, 'places' | 'files' | 'owns'>;

/** The sites of the rules in the files of a section: what its subsystem has said it wants left alone counts as refused. */
export const openSitesOf = async (
  host: Needs,
  tree: string,
  owned: Owned,
  { who, stances, titlesOf }: SitesFor,
): Promise<SectionSites> => {
  const sites = await sitesIn(host, tree, owned);
  return {
    ...openSitesIn(sites.map((site) => rankSite(site, titlesOf(site.path), who, stances))),
    toChange: sites.filter(({ fix }) => fix !== 'refused').length,
  };
};

/** Every site in the files that are owned. What could not be read is among what treeFiguresOf() could not read. */
const sitesIn = async (host: Needs, tree: string, owned: Owned): Promise<readonly Site[]> => {
  const below = placesToScan(owned);
  const sites: Site[] = [];
  if (below.length === 0) return sites;
  for await (const word of host.scan({ tree, below, cache: host.folders.cache, now: host.now().getTime() })) {
    if (word.kind === 'sites') sites.push(...word.sites.filter(({ path }) => owned.owns(path)));
  }
  return sites;
};

/** Whole folders where all below them may be owned, else the files themselves: their neighbours are not ours to scan. */
const placesToScan = ({ places, files }: Owned): readonly string[] => {
  const whole = places.filter(({ folder, levels }) => folder !== '' && levels === Number.POSITIVE_INFINITY);
  const prefixes = whole.map(({ folder }) => `${folder}/`);
  const isSource = (path: string): boolean => /\.[ch]$/.test(path);
  const others = files.filter(({ path }) => isSource(path) && !prefixes.some((prefix) => path.startsWith(prefix)));
  const inWhole = whole.filter(({ folder }) =>
    files.some(({ path }) => isSource(path) && path.startsWith(`${folder}/`)),
  );
  return [...inWhole.map(({ folder }) => folder), ...others.map(({ path }) => path)];
};
