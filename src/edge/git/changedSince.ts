import { git } from './git.ts';

/** The paths that differ between a revision and the work tree; undefined where git knows no such revision. */
export async function changedSince(tree: string, revision: string): Promise<readonly string[] | undefined> {
  const known = await git(tree, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (known.status !== 0) return undefined;
  const { stdout } = await git(tree, ['diff', '--name-only', '-z', known.stdout.trim(), '--']);
  return stdout.split('\0').filter((path) => path !== '');
}
