import { type Rating, ratings } from './applicationState.ts';

/** What the readers say, in words and never as a number: `2 strong, 1 unclear`. */
export const ratingWords = (given: readonly Rating[]): string =>
  ratings
    .flatMap((rating) => {
      const count = given.filter((one) => one === rating).length;
      return count === 0 ? [] : [`${count} ${rating}`];
    })
    .join(', ') || 'not rated yet';

/** What each word asks of whoever gives it. */
export const ratingMeans: Readonly<Record<Rating, string>> = {
  strong: 'I would mentor this person',
  good: 'would do well here',
  unclear: 'I cannot tell: another pair of eyes',
  weak: 'not this time, and I can say why',
  spam: 'not written by somebody who wants to take part',
};

/**
 * What others said, for somebody who reads: nothing before they have said their own, so that everybody judges by
 * themselves.
 */
export const othersRatings = <Given extends { readonly reviewer: string }>(
  all: readonly Given[],
  me: string,
): readonly Given[] | undefined =>
  all.some(({ reviewer }) => reviewer === me) ? all.filter(({ reviewer }) => reviewer !== me) : undefined;
