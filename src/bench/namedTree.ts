import type { ShownTree } from './shownCommand.ts';

/** The words that name the tree in a command to be typed: only one that the person named has to be named again. */
export const namedTree = ({ how, folder }: ShownTree): string[] => (how === '--tree' ? ['--tree', folder] : []);
