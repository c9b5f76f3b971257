import { createHash } from 'node:crypto';
import type { Desk } from './desk.ts';
import type { Failure } from './failureOf.ts';
import type { Review, ReviewOrder } from './gatherReview.ts';
import type { Job } from './jobs.ts';

/** Reviews of patches, each made once for the same bytes and kept as long as the server runs. */
export interface ReviewBook {
  /** What is known; begins the work where nothing is. */
  look(wish: ReviewWish): ReviewState;
}

export interface ReviewWish extends Omit<ReviewOrder, 'tree'> {
  /** Of all its files, as they are now. */
  readonly digests: readonly string[];
  readonly title: string;
  /** The page to come back to. */
  readonly at: string;
}

export interface ReviewState {
  readonly review?: Review;
  readonly job?: Job;
  readonly failure?: Failure;
}

/** So many are kept: one of a large series with all its problems has some hundred kilobytes. */
const KEPT = 40;
/** A failure is shown this long, in milliseconds, before a page that is asked for again tries once more. */
const PAUSE = 5_000;

export const createReviewBook = ({ jobs, tree, host }: Pick<Desk, 'jobs' | 'tree' | 'host'>): ReviewBook => {
  const reviews = new Map<string, Review>();
  const begun = new Map<string, { readonly job: Job; readonly at: number }>();
  return {
    look: ({ files, before, older, digests, title, at }) => {
      const key = `review ${createHash('sha256')
        .update(JSON.stringify([files, before, digests]))
        .digest('hex')}`;
      const review = reviews.get(key);
      if (review) return { review };
      const last = begun.get(key);
      const now = host.now().getTime();
      if (last?.job.state === 'running') return { job: last.job };
      if (last?.job.failure && now - last.at < PAUSE) return { failure: last.job.failure };
      const order = { tree: tree.folder, files, before, older };
      const onDone = (result: Review): void => {
        reviews.set(key, result);
        begun.delete(key);
        for (const oldest of [...reviews.keys()].slice(0, -KEPT)) reviews.delete(oldest);
      };
      const job = jobs.begin({ name: 'review', order, key, title, at, onDone });
      begun.set(key, { job, at: now });
      return { job };
    },
  };
};
