import { git } from './git.ts';

/** The addresses of a repository's remotes, as they are configured; nothing is asked of them. */
export async function remotes(tree: string): Promise<readonly string[]> {
  const { stdout } = await git(tree, ['config', '--get-regexp', String.raw`^remote\..*\.url$`]);
  return stdout.split('\n').flatMap((line) => line.split(' ').slice(1).join(' ') || []);
}
