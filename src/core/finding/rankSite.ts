import { seededRandom } from '../std.ts';
import { stanceOn } from '../subsystem/stance.ts';
import type { Site } from './site.ts';

/** A site with who owns it and how good a place to begin it is. */
export interface RankedSite extends Site {
  /** Titles of MAINTAINERS sections, the most specific first, without THE REST. */
  readonly subsystems: readonly string[];
  /** Smaller is better. */
  readonly rank: number;
  /** What made the rank, each a sentence with its points. */
  readonly rankBecause: readonly string[];
}

type Reason = readonly [points: number, says: string];

/**
 * How good a place to begin a site is: 0 is best. `who` spreads equals, each person another way, so that a thousand
 * newcomers do not begin with the same one.
 */
export const rankSite = (site: Site, subsystems: readonly string[], who: string): RankedSite => {
  const reasons = [...readiness(site), ...whereItStands(site, subsystems), ...certainty(site)];
  const spread = Math.floor(seededRandom(`${who} ${site.path}:${site.line}:${site.column}`)() * 100);
  return {
    ...site,
    subsystems,
    rank: reasons.reduce((sum, [points]) => sum + points, spread),
    rankBecause: [...reasons.map(([points, says]) => `+${points} ${says}`), `+${spread} drawn for ${who || 'nobody'}`],
  };
};

const readiness = ({ fix }: Site): Reason[] => {
  if (fix === 'ready') return [];
  return fix === 'by hand' ? [[1000, 'a person has to decide how it is changed']] : [[2000, 'it is better left alone']];
};

const whereItStands = ({ path }: Site, subsystems: readonly string[]): Reason[] => {
  const stance = stanceOn(path, subsystems);
  return [
    ...(stance
      ? [[400, `its subsystem wants clean-ups ${stance.cleanUps === 'discouraged' ? 'not' : stance.cleanUps}`] as const]
      : []),
    ...(/^arch\/(?!x86\/)/.test(path)
      ? [[300, 'it is another architecture’s: it does not compile here'] as const]
      : []),
    ...(path.endsWith('.h') ? [[150, 'a header: everything that includes it changes'] as const] : []),
    ...(subsystems.length === 0 ? [[200, 'no section of MAINTAINERS names it'] as const] : []),
  ];
};

const certainty = (site: Site): Reason[] => {
  if (site.fix !== 'ready' || site.shape !== 'product') return [];
  const isConvention = !/sizeof/.test(site.expression);
  return isConvention ? [[100, 'which factor is the count is a convention here']] : [];
};

/** Whether a person would be helped by being given this one to begin with. */
export const isGoodToBegin = (site: RankedSite): boolean => site.rank < 100;
