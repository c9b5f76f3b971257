import { git } from './git.ts';

// A whole history can take minutes for a file that is seldom touched; what was found by then is enough to go on.
const patienceMs = 10_000;

/**
 * The subjects of the last commits that changed a path, newest first; fewer, or none, where history does not tell. Leaves
 * out merges and commits without a parent: an import, or the edge of a shallow clone, touches every file.
 */
export async function subjectsOf(tree: string, path: string, count: number): Promise<readonly string[]> {
  const only = ['--no-merges', '--min-parents=1', '--format=%s', `--max-count=${count}`];
  const { stdout } = await git(tree, ['log', ...only, 'HEAD', '--', path], { timeoutMs: patienceMs });
  return stdout.split('\n').slice(0, -1);
}
