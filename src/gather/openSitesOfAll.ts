import { type RankedSite, rankSite } from '../core/finding/rankSite.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { openSitesIn, type SubsystemSites } from './openSitesIn.ts';
import type { SitesFor } from './openSitesOf.ts';

/** The sites of a whole tree in one scan, by the titles of the sections that own them. */
export async function* openSitesOfAll(
  host: Pick<Host, 'scan' | 'folders' | 'now'>,
  tree: string,
  { who, stances, titlesOf }: SitesFor,
): AsyncGenerator<Progress, ReadonlyMap<string, SubsystemSites>, undefined> {
  const byTitle = new Map<string, RankedSite[]>();
  let found = 0;
  const doing = 'Looking for open sites';
  yield { doing };
  for await (const word of host.scan({ tree, below: [], cache: host.folders.cache, now: host.now().getTime() })) {
    if (word.kind !== 'sites') continue;
    for (const site of word.sites) {
      const titles = titlesOf(site.path);
      const ranked = rankSite(site, titles, who, stances);
      for (const title of titles) byTitle.set(title, [...(byTitle.get(title) ?? []), ranked]);
    }
    found += word.sites.length;
    if (word.sites.length > 0) yield { doing, line: `${found} so far` };
  }
  return new Map([...byTitle].map(([title, sites]) => [title, openSitesIn(sites)]));
}
