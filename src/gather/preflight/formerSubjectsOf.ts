import { patchPaths, whyUnsafe } from '../../core/patch/patchPaths.ts';
import type { Facts } from '../../core/preflight/facts.ts';
import { known } from '../../core/preflight/known.ts';
import type { PatchSeries } from '../../core/series/patchSeries.ts';
import type { Host } from '../../edge/host.ts';
import { type AskedTree, withoutHistory } from './withoutHistory.ts';

/** What is asked of history for this many files at most. */
const MOST_PATHS = 8;

/** How the commits before were headed that changed the same files. */
export const formerSubjectsOf = async (
  host: Pick<Host, 'git' | 'trees'>,
  { tree, repository }: AskedTree,
  { patches }: PatchSeries,
): Promise<Facts['formerSubjects']> => {
  if (repository.kind === 'none') return withoutHistory(host, tree, repository);
  const named = patchPaths(patches.flatMap(({ diff }) => diff));
  const paths = named.filter((path) => whyUnsafe(path) === undefined).slice(0, MOST_PATHS);
  return known(paths.length === 0 ? new Map() : await host.git.formerSubjects(tree, paths));
};
