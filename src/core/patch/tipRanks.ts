import type { WrittenTrailer } from './trailer.ts';

const ORDER = [
  'fixes',
  'reported-by',
  'originally-by',
  'suggested-by',
  'co-developed-by',
  'signed-off-by',
  'tested-by',
  'reviewed-by',
  'acked-by',
  'cc',
  'link',
];

const tipRank = (token: string): number | undefined => {
  const rank = ORDER.indexOf(token.toLowerCase());
  return rank < 0 ? undefined : rank;
};

/**
 * Each trailer's place in the order that the tip maintainers ask for (Documentation/process/maintainer-tip.rst, "Ordering
 * of commit tags"), by what stands before it; none where it may stand anywhere.
 */
export const tipRanks = (trailers: readonly WrittenTrailer[]): readonly (number | undefined)[] => {
  const codevelopers = new Set<string>();
  let hasAuthor = false;
  let isReport = false;
  return trailers.map(({ token: written, value }) => {
    const token = written.toLowerCase();
    // A report's address goes with its reporter, as often as there are some.
    const ofReport = token === 'closes' || (isReport && token === 'link');
    isReport = ofReport || token === 'reported-by';
    if (ofReport) return tipRank('reported-by');
    if (token === 'co-developed-by') codevelopers.add(value);
    if (token === 'signed-off-by') {
      if (codevelopers.delete(value)) return tipRank('co-developed-by');
      // Those behind the author's are of people who passed the patch on, each when it was.
      if (hasAuthor) return undefined;
      hasAuthor = true;
    }
    return tipRank(token);
  });
};
