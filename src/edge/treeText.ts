import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of a tree; undefined where there is none, or it cannot be read. Bytes that are no UTF-8 are replaced. */
export const treeText = (tree: string, path: string): string | undefined => {
  try {
    return readFileSync(join(tree, path), 'utf8');
  } catch {
    return undefined;
  }
};
