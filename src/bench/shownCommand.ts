import type { Host } from '../edge/host.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { namedTree } from './namedTree.ts';

/** The tree that commands are shown for: named again where the person named it. */
export interface ShownTree {
  readonly folder: string;
  readonly how: string;
}

/**
 * A proposed command as one types it: ours by its own name and with the tree, the tree’s own from within the tree.
 */
export const shownCommand = (
  { host }: { readonly host: Pick<Host, 'command' | 'cwd'> },
  tree: ShownTree,
  [program = '', ...words]: readonly string[],
): string => {
  if (program === 'patchling') return shellCommand([host.command, ...words, ...namedTree(tree)]);
  const command = shellCommand([program.includes('/') ? `./${program}` : program, ...words]);
  return host.cwd === tree.folder ? command : `(cd ${shellCommand([tree.folder])} && ${command})`;
};
