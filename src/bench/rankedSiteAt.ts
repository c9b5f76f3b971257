import { type RankedSite, rankSite } from '../core/finding/rankSite.ts';
import type { Host } from '../edge/host.ts';
import { ownersOf } from '../gather/ownersOf.ts';
import { stancesOf } from '../gather/stancesOf.ts';
import { type PlaceOrder, siteAt } from './siteAt.ts';

/** The site at a place with its owners and rank, as `find` would list it for this person. */
export const rankedSiteAt = async (
  host: Pick<Host, 'openWorkshop' | 'readBytes' | 'trees' | 'env' | 'personalSeed'>,
  place: PlaceOrder,
): Promise<RankedSite> => {
  const { site } = await siteAt(host, place);
  const titles = ownersOf(host, place.tree)
    .of(site.path)
    .map(({ section }) => section.title);
  return rankSite(site, titles, host.personalSeed(), stancesOf(host, place.tree));
};
