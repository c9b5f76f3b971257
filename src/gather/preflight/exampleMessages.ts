import { whyUnsafe } from '../../core/patch/patchPaths.ts';
import type { FormerCommit } from '../../core/preflight/goodMessages.ts';
import type { Host } from '../../edge/host.ts';

const MOST_PATHS = 8;
const MOST_COMMITS = 50;

/** The last commits that changed the same files, newest first, to choose good messages from; none without history. */
export const exampleMessages = (
  host: Pick<Host, 'git'>,
  tree: string,
  paths: readonly string[],
): Promise<readonly FormerCommit[]> =>
  host.git.messagesOf(tree, paths.filter((path) => whyUnsafe(path) === undefined).slice(0, MOST_PATHS), MOST_COMMITS);
