import { isGoodToBegin, mayBeDrawn, type RankedSite } from '../core/finding/rankSite.ts';
import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import type { Candidate } from '../core/subsystem/candidate.ts';
import type { OpenSites } from '../core/subsystem/card.ts';

/** The open sites of one subsystem, and the one that is this person’s to begin with. */
export interface SubsystemSites {
  /** By rule; of a rule without any, too: none is an answer. */
  readonly open: readonly OpenSites[];
  readonly site?: NonNullable<Candidate['site']>;
}

/** Counts sites that were ranked for a person, and draws one: the best of those that may be given away unasked. */
export const openSitesIn = (sites: readonly RankedSite[]): SubsystemSites => {
  const byRule = Map.groupBy(sites, ({ rule }) => rule);
  const rules = new Set([allocatorArithmetic.name, ...byRule.keys()]);
  const [best] = sites.filter((site) => mayBeDrawn(site) && isGoodToBegin(site)).toSorted((a, b) => a.rank - b.rank);
  return {
    open: [...rules].map((rule) => countsOf(rule, byRule.get(rule) ?? [])),
    ...(best ? { site: { path: best.path, line: best.line, rule: best.rule } } : {}),
  };
};

const countsOf = (rule: string, sites: readonly RankedSite[]): OpenSites => {
  const count = (fix: RankedSite['fix']): number => sites.filter((site) => site.fix === fix).length;
  return { rule, ready: count('ready'), byHand: count('by hand'), refused: count('refused') };
};
