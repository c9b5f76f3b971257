import type { Host } from '../edge/host.ts';
import type { ChosenTree } from './chooseTree.ts';

/** Notes in the journal that a tree is worked on from now on, where another was before. */
export const noteTree = async ({ journal }: Pick<Host, 'journal'>, tree: ChosenTree): Promise<void> => {
  const { facts } = await journal.read();
  const last = facts.findLast((fact) => fact.kind === 'tree-chosen');
  if (last?.tree === tree.folder) return;
  await journal.append({ kind: 'tree-chosen', tree: tree.folder, version: tree.version?.text ?? 'unknown' });
};
