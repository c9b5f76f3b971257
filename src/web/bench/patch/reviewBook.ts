import { createHash } from 'node:crypto';
import type { Desk } from '../frame/desk.ts';
import { createKeptWork, type WorkState } from '../work/keptWork.ts';
import type { Review, ReviewOrder } from './gatherReview.ts';

/** Reviews of patches, each made once for the same bytes and kept as long as the server runs. */
export interface ReviewBook {
  /** What is known; begins the work where nothing is. */
  look(wish: ReviewWish): Promise<ReviewState>;
}

export interface ReviewWish extends Omit<ReviewOrder, 'tree'> {
  /** Of all its files, as they are now. */
  readonly digests: readonly string[];
  readonly title: string;
  /** The page to come back to. */
  readonly at: string;
}

export type ReviewState = WorkState<Review>;

export const createReviewBook = (desk: Pick<Desk, 'jobs' | 'tree' | 'host'>): ReviewBook => {
  const reviews = createKeptWork(desk, 'review', Number.POSITIVE_INFINITY);
  return {
    look: ({ files, before, older, digests, title, at }) => {
      const key = createHash('sha256')
        .update(JSON.stringify([files, before, digests]))
        .digest('hex');
      return reviews.look({ order: { tree: desk.tree.folder, files, before, older }, key, title, at });
    },
  };
};
