import { patchPaths } from '../core/patch/patchPaths.ts';
import { packsOf } from '../core/preflight/packs.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import type { Host } from '../edge/host.ts';
import { documentsOf } from './preflight/documentsOf.ts';
import { ownersOfSeries } from './preflight/ownersOfSeries.ts';

/** Whose written rules a series falls under, as the gate sees it: by the paths that it changes and who owns them. */
export const packsOfSeries = (
  host: Pick<Host, 'git' | 'trees' | 'env'>,
  tree: string,
  series: PatchSeries,
): ReadonlySet<string> =>
  packsOf({
    paths: patchPaths(series.patches.flatMap(({ diff }) => diff)),
    sections: ownersOfSeries(host, tree, series).sections,
    isInTree: documentsOf(host, tree).isInTree,
  });
