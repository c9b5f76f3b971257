import { seededRandom } from '../std.ts';
import { type HeldStance, stanceOn, stanceWords } from '../subsystem/stance.ts';
import type { CleanUpStance } from '../subsystem/stances.ts';
import type { Site } from './site.ts';

/** A site with who owns it and how good a place to begin it is. */
export interface RankedSite extends Site {
  /** Titles of MAINTAINERS sections, the most specific first, without THE REST. */
  readonly subsystems: readonly string[];
  /** What its subsystem wants of clean-ups, where it has said so. */
  readonly stance?: CleanUpStance;
  /** Smaller is better. */
  readonly rank: number;
  /** What made the rank, each a sentence with its points. */
  readonly rankBecause: readonly string[];
}

type Reason = readonly [points: number, says: string];

/**
 * How good a place to begin a site is: 0 is best. `who` spreads equals, each person another way, so that a thousand
 * newcomers do not begin with the same one. What a subsystem wants to be left alone is refused here, with its word.
 */
export const rankSite = (
  found: Site,
  subsystems: readonly string[],
  who: string,
  stances: readonly HeldStance[],
): RankedSite => {
  const stance = stanceOn(stances, found.path, subsystems);
  const site = leftAlone(found, stance);
  const reasons = [...readiness(site), ...whereItStands(site, subsystems, stance), ...certainty(site)];
  const spread = Math.floor(seededRandom(`${who} ${site.path}:${site.line}:${site.column}`)() * 100);
  return {
    ...site,
    subsystems,
    ...(stance ? { stance: stance.stance } : {}),
    rank: reasons.reduce((sum, [points]) => sum + points, spread),
    rankBecause: [...reasons.map(([points, says]) => `+${points} ${says}`), `+${spread} drawn for ${who || 'nobody'}`],
  };
};

const readiness = ({ fix }: Site): Reason[] => {
  if (fix === 'ready') return [];
  return fix === 'by hand' ? [[1000, 'a person has to decide how it is changed']] : [[2000, 'it is better left alone']];
};

/** `none` is a maintainer's own word, so not even a ready change is offered. */
const leftAlone = (site: Site, stance: HeldStance | undefined): Site => {
  if (stance?.stance !== 'none') return site;
  const because = `Its subsystem ${stanceWords.none}: ${stance.where}.`;
  return {
    ...site,
    fix: 'refused',
    reasons: ['clean-ups-not-wanted', ...site.reasons],
    because: [because, ...site.because],
    replacement: undefined,
  };
};

const whereItStands = ({ path }: Site, subsystems: readonly string[], stance: HeldStance | undefined): Reason[] => {
  const isUnwanted = stance !== undefined && stance.stance !== 'welcome';
  return [
    ...(isUnwanted ? [[400, `its subsystem ${stanceWords[stance.stance]}: ${stance.where}`] as const] : []),
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

/** Whether it may be given to anybody unasked: not where its subsystem has said that it would rather not. */
export const mayBeDrawn = ({ fix, stance }: RankedSite): boolean =>
  fix === 'ready' && stance !== 'discouraged' && stance !== 'none';
