import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Why a folder is no tree: what it lacks. */
export const lacksOfTree = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
    ? ['MAINTAINERS', 'Makefile'].filter((name) => !isFile(join(folder, name)))
    : ['the folder itself'];

/** The tree that a folder lies in, looking upwards. */
export const treeAround = (folder: string): string | undefined => {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (lacksOfTree(at).length === 0) return at;
    if (at === dirname(at)) return undefined;
  }
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
