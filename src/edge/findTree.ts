import { type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Why a folder is no tree: what it lacks. */
export const lacksOfTree = (folder: string): string[] =>
  isFolder(folder)
    ? ['MAINTAINERS', 'Makefile'].filter((name) => statsOf(join(folder, name))?.isFile() !== true)
    : ['the folder itself'];

/** The tree that a folder lies in, looking upwards. */
export const treeAround = (folder: string): string | undefined => {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (lacksOfTree(at).length === 0) return at;
    if (at === dirname(at)) return undefined;
  }
};

export const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() === true;

/** What cannot be looked at (links in a circle, a folder that we may not enter) is not there for us. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};
