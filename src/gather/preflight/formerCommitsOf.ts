import { patchPaths, whyUnsafe } from '../../core/patch/patchPaths.ts';
import { type Known, known } from '../../core/preflight/known.ts';
import type { PatchSeries } from '../../core/series/patchSeries.ts';
import type { FormerCommits } from '../../edge/git/formerCommits.ts';
import type { Host } from '../../edge/host.ts';
import { type AskedTree, withoutHistory } from './withoutHistory.ts';

/** What is asked of history for this many files at most. */
const MOST_PATHS = 8;

/** The commits before that changed the same files or folders: how they are headed, and what they say. */
export const formerCommitsOf = async (
  host: Pick<Host, 'git' | 'trees'>,
  { tree, repository }: AskedTree,
  { patches }: PatchSeries,
): Promise<Known<FormerCommits>> => {
  if (repository.kind === 'none') return withoutHistory(host, tree, repository);
  const named = patchPaths(patches.flatMap(({ diff }) => diff));
  const paths = named.filter((path) => whyUnsafe(path) === undefined).slice(0, MOST_PATHS);
  return known(paths.length === 0 ? { subjects: new Map(), messages: [] } : await host.git.formerCommits(tree, paths));
};
