import type { PatchSeries } from '../../../series/patchSeries.ts';

/** All paths that a series touches, patch by patch. */
export const seriesPaths = ({ patches }: PatchSeries): readonly string[] =>
  patches.flatMap(({ diff }) => diff.map(({ path }) => path));
