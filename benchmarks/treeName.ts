import { kernelVersion } from '../src/core/tree/kernelVersion.ts';
import { treeText } from '../src/edge/treeText.ts';

/** `Linux 6.12.117`, for the head of a figure; U-Boot numbers its releases by the year. */
export const treeName = (tree: string): string => {
  const { version } = kernelVersion(treeText(tree, 'Makefile') ?? '');
  return `${version && version.version > 2000 ? 'U-Boot' : 'Linux'} ${version?.text ?? 'of unknown version'}`;
};
