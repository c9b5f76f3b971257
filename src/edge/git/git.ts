import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Ran, type RunOptions, run } from '../run.ts';

/**
 * Git that never touches the network: a blobless or treeless clone would otherwise fetch what it lacks. Older git does
 * not know the first variable, but has no protocol left to fetch with. For programs that call git themselves, too.
 */
export const offlineGit = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0', // `status` would refresh the index, and the folder may be read-only
} as const;

const settings = [
  'core.quotePath=false',
  'core.fsmonitor=false', // a program of the repository's choice, or a daemon that outlives us
  'core.hooksPath=/dev/null',
  'log.showSignature=false',
  'log.follow=false',
  'color.ui=false',
].flatMap((setting) => ['-c', setting]);

/** Runs git in a tree, offline. A repository that lies further up is not looked at. */
export const git = (tree: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(['git', '--no-pager', '--literal-pathspecs', ...settings, ...args], {
    ...options,
    cwd: tree,
    env: { ...offlineGit, GIT_CEILING_DIRECTORIES: above(tree), ...options.env },
  });

function above(tree: string): string | undefined {
  try {
    return dirname(realpathSync(tree));
  } catch {
    return undefined; // run() says that there is no such folder
  }
}
