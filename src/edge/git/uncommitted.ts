import { git } from './git.ts';

/** Files that git knows and that differ from what is checked out: they are in no commit, and so in no series. */
export async function uncommitted(tree: string): Promise<readonly string[]> {
  const { stdout } = await git(tree, ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no']);
  return stdout.split('\0').flatMap((line) => (line.length > 3 ? [line.slice(3)] : []));
}
