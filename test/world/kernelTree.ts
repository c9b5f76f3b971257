import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { baseFolders } from '../../src/edge/baseFolders.ts';
import { buildFolder } from '../../src/edge/kbuild/createKbuild.ts';

/** Where to find what a test needs of the real world, said when it is skipped. */
export const noKernelTree = 'because there is no kernel tree here: set PATCHLING_TREE, or run `npm start` once';
export const noBuildFolder =
  'because no build is prepared: set PATCHLING_BUILD to a folder prepared for PATCHLING_TREE';

/** A real kernel tree, only to be read: PATCHLING_TREE, else one in the cache folder. */
export function kernelTree(): string | undefined {
  const named = process.env['PATCHLING_TREE'];
  if (named) return named;
  const trees = join(baseFolders(process.env).cache, 'trees');
  if (!existsSync(trees)) return undefined;
  const newest = readdirSync(trees)
    .filter((name) => name.startsWith('linux-source-'))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })) // 6.9, 6.12
    .at(-1);
  return newest && join(trees, newest);
}

/** A build folder that was prepared for `kernelTree()`: PATCHLING_BUILD, else the one in the cache folder. */
export const kernelBuild = (): string | undefined => {
  const named = process.env['PATCHLING_BUILD'];
  if (named) return named;
  const tree = kernelTree();
  const folder = tree && buildFolder(baseFolders(process.env).cache, tree);
  return folder && existsSync(join(folder, 'include/config/auto.conf')) ? folder : undefined;
};
