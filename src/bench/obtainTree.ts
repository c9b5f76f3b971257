import { join } from 'node:path';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { type ChosenTree, chooseTree, describe } from './chooseTree.ts';
import { noteTree } from './noteTree.ts';

type Needs = Pick<Host, 'env' | 'cwd' | 'trees' | 'journal' | 'sources' | 'folders'>;

/** The tree to start on: as every command finds it, else the newest linux-source package, unpacked into the cache. */
export async function* obtainTree(
  host: Needs,
  order: { tree?: string | undefined },
): AsyncGenerator<Progress, ChosenTree, undefined> {
  const tree = (await treeAtHand(host, order)) ?? (yield* unpackNewest(host));
  await noteTree(host, tree);
  return tree;
}

const treeAtHand = async (host: Needs, order: { tree?: string | undefined }): Promise<ChosenTree | undefined> => {
  try {
    return await chooseTree(host, order);
  } catch (error) {
    const isNamed = order.tree !== undefined || host.env['PATCHLING_TREE'];
    if (error instanceof Trouble && error.kind === 'input' && !isNamed) return undefined;
    throw error;
  }
};

async function* unpackNewest(host: Needs): AsyncGenerator<Progress, ChosenTree, undefined> {
  const { sources, folders } = host;
  const [installed] = await sources.installed();
  const offered = installed ? undefined : await sources.offered();
  if (offered) yield* sources.install(offered);
  const [tarball] = installed ? [installed] : await sources.installed();
  if (!tarball) throw noTreeAnywhere();
  const unpacked = join(folders.cache, 'trees', tarball.name);
  const folder = host.trees.lacks(unpacked).length === 0 ? unpacked : yield* sources.unpack(tarball);
  return describe(host, folder, 'here');
}

const noTreeAnywhere = (): Trouble =>
  new Trouble('missing', {
    what: 'There is no kernel tree here, and none can be installed.',
    why: 'No linux-source package is installed, and apt offers none that this user may install.',
    next: [
      'sudo apt-get install linux-source, then start again; or get mainline yourself, without its history:',
      'git clone --depth 1 https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',
    ].join(' '),
  });
