import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** The files that differ from a revision of the tree's repository, those that are not committed among them. */
export const filesSince = async (
  host: Pick<Host, 'git'>,
  tree: string,
  revision: string,
): Promise<ReadonlySet<string>> => {
  const repository = await host.git.repositoryOf(tree);
  if (repository.kind === 'none') {
    throw new Trouble('missing', {
      what: `Which files changed since ${revision} is not known: ${repository.because}.`,
      where: tree,
      next: repository.settle ?? 'Clone the tree with git, and name that with --tree.',
    });
  }
  const changed = await host.git.changedSince(tree, revision);
  if (changed) return new Set(changed);
  throw new Trouble('input', { what: `${revision} is no revision of this tree.`, where: tree, next: 'git tag --list' });
};
