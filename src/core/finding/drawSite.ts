import { draw, seededRandom } from '../std.ts';
import { isGoodToBegin, type RankedSite } from './rankSite.ts';

/**
 * One of the good sites, by a seed that is the person's own. Never the best of all: a thousand newcomers would send one
 * maintainer the same mail. First a subsystem is drawn, then one of its sites, so that a large one does not get them all.
 */
export const drawSite = (sites: readonly RankedSite[], seed: string): RankedSite | undefined => {
  const ready = sites.filter((site) => site.fix === 'ready');
  const good = ready.filter(isGoodToBegin);
  const pool = good.length > 0 ? good : ready;
  const bySubsystem = Map.groupBy(pool, (site) => site.subsystems[0] ?? '');
  const random = seededRandom(seed);
  const subsystem = draw([...bySubsystem.keys()].sort(), random);
  const inIt = subsystem === undefined ? [] : (bySubsystem.get(subsystem) ?? []);
  return draw(inIt.toSorted(byPlace), random);
};

const byPlace = (one: RankedSite, other: RankedSite): number =>
  one.path === other.path ? one.line - other.line : one.path < other.path ? -1 : 1;
