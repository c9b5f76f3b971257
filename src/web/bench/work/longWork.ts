import type { Host } from '../../../edge/host.ts';
import type { Progress } from '../../../edge/progress.ts';

type Work<Order, Result> = (host: Host, order: Order) => AsyncGenerator<Progress, Result, undefined>;

/** Loaded when it is first asked for: a scan need not wait until the rules of the gate are read. */
const lazily = <Order, Result>(load: () => Promise<Work<Order, Result>>): Work<Order, Result> =>
  async function* (host, order) {
    const work = await load();
    return yield* work(host, order);
  };

/** What may take longer than a page may be waited for; each runs beside the server, and tells how far it has come. */
export const longWork = {
  sites: lazily(async () => (await import('../find/gatherSites.ts')).gatherSites),
  checkSite: lazily(async () => (await import('../site/checkSite.ts')).checkSite),
  review: lazily(async () => (await import('../patch/gatherReview.ts')).gatherReview),
  titles: lazily(async () => (await import('../subsystems/gatherTitles.ts')).gatherTitles),
  advice: lazily(async () => (await import('../../../bench/adviseSubsystems.ts')).adviseSubsystems),
  cards: lazily(async () => (await import('../../../bench/showCards.ts')).showCards),
  rules: lazily(async () => (await import('../rules/gatherRules.ts')).gatherRules),
} satisfies Readonly<Record<string, (host: Host, order: never) => AsyncGenerator<Progress, unknown, undefined>>>;

export type WorkName = keyof typeof longWork;
export type WorkOrder<Name extends WorkName> = Parameters<(typeof longWork)[Name]>[1];
export type WorkResult<Name extends WorkName> =
  ReturnType<(typeof longWork)[Name]> extends AsyncGenerator<Progress, infer Result, undefined> ? Result : never;
