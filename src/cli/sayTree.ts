import type { ChosenTree } from '../bench/chooseTree.ts';
import type { TreeStanding } from '../core/tree/treeStanding.ts';
import { visibleName } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** The tree, and whether what is made on it is practice. */
export const sayTree = (face: Face, tree: ChosenTree, standing: TreeStanding): void => {
  if (face.json) return;
  const { say, paint } = face;
  const practice = standing.work === 'practice' ? paint('unknown', '  → practice') : paint('leaf', '  ✓ new work');
  say(`${paint('strong', visibleName(tree.name))}  ${paint('soft', visibleName(tree.folder))}${practice}`);
  for (const line of folded(standing.because.join(' '), face.width - 2)) say(`  ${paint('soft', line)}`);
  say();
};
