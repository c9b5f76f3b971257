import { Trouble } from '../../core/trouble.ts';
import { git } from './git.ts';

/** Whether a path differs from what is checked out: changed, staged, or not known to the repository. */
export async function isDirty(tree: string, path: string): Promise<boolean> {
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--ignored', '--', path];
  const { status, stdout, stderr } = await git(tree, args);
  if (status === 0) return stdout !== '';
  throw new Trouble('machine', {
    what: `git cannot say whether ${path} was changed.`,
    where: tree,
    why: stderr.trim(),
  });
}
