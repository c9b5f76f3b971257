import { kernelVersion } from '../src/core/tree/kernelVersion.ts';
import { treeText } from '../src/edge/treeText.ts';

/** `Linux 6.12.117`, for the head of a figure. */
export const treeName = (tree: string): string =>
  `Linux ${kernelVersion(treeText(tree, 'Makefile') ?? '').version?.text ?? 'of unknown version'}`;
