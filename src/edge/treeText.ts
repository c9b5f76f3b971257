import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of a tree; undefined where there is none, or it cannot be read. Bytes that are no UTF-8 are replaced. */
export const treeText = (tree: string, path: string): string | undefined => {
  try {
    return readFileSync(join(tree, path), 'utf8');
  } catch {
    return undefined;
  }
};

/** The same as bytes. */
export const treeBytes = (tree: string, path: string): Uint8Array | undefined => {
  try {
    return readFileSync(join(tree, path));
  } catch {
    return undefined;
  }
};

/** How many bytes a file of a tree has. */
export const treeSize = (tree: string, path: string): number | undefined => {
  try {
    const stats = statSync(join(tree, path));
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
};

/** The names in a folder of a tree, sorted; none where there is none, or it cannot be read. */
export const treeList = (tree: string, path: string): readonly string[] => {
  try {
    return readdirSync(join(tree, path)).toSorted();
  } catch {
    return [];
  }
};
