import { git } from './git.ts';

/** Whether git has the file in its index; no where there is no repository, or it cannot be asked. */
export async function isTracked(tree: string, path: string): Promise<boolean> {
  const { status, stdout } = await git(tree, ['ls-files', '--', path]);
  return status === 0 && stdout !== '';
}
