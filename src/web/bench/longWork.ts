import { adviseSubsystems } from '../../bench/adviseSubsystems.ts';
import { showCards } from '../../bench/showCards.ts';
import type { Host } from '../../edge/host.ts';
import type { Progress } from '../../edge/progress.ts';
import { checkSite } from './checkSite.ts';
import { gatherReview } from './gatherReview.ts';
import { gatherSites } from './gatherSites.ts';
import { gatherRules } from './rules/gatherRules.ts';
import { gatherTitles } from './subsystems/gatherTitles.ts';

/** What may take longer than a page may be waited for; each runs beside the server, and tells how far it has come. */
export const longWork = {
  review: gatherReview,
  sites: gatherSites,
  checkSite,
  titles: gatherTitles,
  advice: adviseSubsystems,
  cards: showCards,
  rules: gatherRules,
} satisfies Readonly<Record<string, (host: Host, order: never) => AsyncGenerator<Progress, unknown, undefined>>>;

export type WorkName = keyof typeof longWork;
export type WorkOrder<Name extends WorkName> = Parameters<(typeof longWork)[Name]>[1];
export type WorkResult<Name extends WorkName> =
  ReturnType<(typeof longWork)[Name]> extends AsyncGenerator<Progress, infer Result, undefined> ? Result : never;
