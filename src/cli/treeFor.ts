import { type ChosenTree, chooseTree } from '../bench/chooseTree.ts';
import type { Called } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';

/** The tree that a command works on; the one used last is named, since nobody named it this time. */
export const treeFor = async ({ host, note }: Face, options: Called['options']): Promise<ChosenTree> => {
  const tree = await chooseTree(host, { tree: optionText(options, 'tree') });
  if (tree.how === 'last used') note(`tree: ${tree.folder} (${tree.name}), the one used last`);
  return tree;
};
