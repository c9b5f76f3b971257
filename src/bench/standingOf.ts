import { type TreeStanding, treeStanding } from '../core/tree/treeStanding.ts';
import type { Host } from '../edge/host.ts';
import type { ChosenTree } from './chooseTree.ts';

/** What kind of tree it is, and whether work on it is practice. */
export const standingOf = async (host: Pick<Host, 'git' | 'trees'>, tree: ChosenTree): Promise<TreeStanding> => {
  const repository = await host.git.repositoryOf(tree.folder);
  const isPackage = /\/linux-source-[\d.]+$/.test(tree.folder);
  return treeStanding({
    ...(tree.version ? { version: tree.version } : {}),
    repository: repository.kind === 'repository',
    ...(repository.kind === 'none' && repository.settle !== undefined
      ? { hidden: `${repository.because} (${repository.settle})` }
      : {}),
    ...(repository.kind === 'repository' ? { remotes: await host.git.remotes(tree.folder) } : {}),
    ...(repository.kind === 'repository' && repository.branch !== undefined ? { branch: repository.branch } : {}),
    ...(isPackage ? { debianPackage: tree.folder.slice(tree.folder.lastIndexOf('/') + 1) } : {}),
  });
};
