import type { Failure } from '../work/failureOf.ts';
import type { Job, Jobs } from '../work/jobs.ts';
import type { GatheredSites } from './gatherSites.ts';

/** The sites of the tree, as far as the server knows them. */
export interface SiteBook {
  /** What is known; begins a scan where nothing is, or what is known is old. */
  look(): SiteBookState;
  /** Begins another scan, whatever is known. */
  again(): Job;
}

export interface SiteBookState {
  readonly found?: GatheredSites;
  /** A scan that goes on. */
  readonly job?: Job;
  readonly failure?: Failure;
}

/** What is older is looked at again in the background: an unchanged tree costs less than a second. */
const OLD = 60_000;

export const createSiteBook = (jobs: Jobs, order: { tree: string; name: string; now: () => number }): SiteBook => {
  let found: GatheredSites | undefined;
  let job: Job | undefined;
  let begun = 0;
  let scanned = 0;
  const again = (): Job => {
    begun = order.now();
    job = jobs.begin({
      name: 'sites',
      order: { tree: order.tree },
      key: 'sites',
      title: `Scanning ${order.name}`,
      at: '/find',
      onDone: (result) => {
        found = result;
        scanned = order.now();
      },
    });
    return job;
  };
  return {
    again,
    look: () => {
      // Where nothing is known yet, who reads why it failed decides when it is tried again.
      const isDue = found ? order.now() - Math.max(begun, scanned) > OLD : job === undefined;
      if (job?.state !== 'running' && isDue) again();
      return {
        ...(found && { found }),
        ...(job?.state === 'running' && { job }),
        ...(job?.failure && { failure: job.failure }),
      };
    },
  };
};
