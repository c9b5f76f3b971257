import { git } from './git.ts';

/** Whether one commit lies in the history of another; false also where git knows no such commit any more. */
export async function isAncestor(tree: string, old: string, head: string): Promise<boolean> {
  return (await git(tree, ['merge-base', '--is-ancestor', old, head])).status === 0;
}
