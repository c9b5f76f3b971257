import { type RankedSite, rankSite } from '../core/finding/rankSite.ts';
import { type Judged, sitesIn, type Workshop } from '../core/finding/sitesIn.ts';
import type { Host } from '../edge/host.ts';
import { ownersOf } from '../gather/ownersOf.ts';
import { stancesOf } from '../gather/stancesOf.ts';
import { type FoundSite, type PlaceOrder, pickSite } from './siteAt.ts';

/**
 * The sites at several places of a tree, each file read once. A site that two of the places mean is there once. Throws
 * Trouble `input` for the first place where there is none.
 */
export const sitesAt = async (
  host: Pick<Host, 'openWorkshop' | 'readBytes'>,
  tree: string,
  places: readonly Omit<PlaceOrder, 'tree'>[],
): Promise<FoundSite[]> => {
  const workshop = await host.openWorkshop(tree);
  const files = new Map<string, ReadFile>();
  const found = new Map<string, FoundSite>();
  for (const place of places) {
    const file = files.get(place.path) ?? readFile(host, tree, place.path, workshop);
    files.set(place.path, file);
    const judged = pickSite(file.judged, { tree, ...place });
    found.set(`${place.path}:${judged.site.at}`, { ...judged, bytes: file.bytes, workshop });
  }
  return [...found.values()];
};

interface ReadFile {
  readonly bytes: Buffer;
  readonly judged: readonly Judged[];
}

const readFile = (host: Pick<Host, 'readBytes'>, tree: string, path: string, workshop: Workshop): ReadFile => {
  const bytes = Buffer.from(host.readBytes(`${tree}/${path}`));
  return { bytes, judged: sitesIn({ path, bytes }, workshop) };
};

/** The same with their owners and ranks, as `find` would list them for this person. */
export const rankedSitesAt = async (
  host: Pick<Host, 'openWorkshop' | 'readBytes' | 'trees' | 'env' | 'personalSeed'>,
  tree: string,
  places: readonly Omit<PlaceOrder, 'tree'>[],
): Promise<RankedSite[]> => {
  const owners = ownersOf(host, tree);
  const stances = stancesOf(host, tree);
  const found = await sitesAt(host, tree, places);
  return found.map(({ site }) => {
    const titles = owners.of(site.path).map(({ section }) => section.title);
    return rankSite(site, titles, host.personalSeed(), stances);
  });
};
