import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a walk says: the C files of one folder, by their paths in the tree, or a folder that could not be read. */
export type Walked =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'unreadable'; readonly path: string; readonly code: string };

/**
 * The .c and .h files below the given places of a tree ('' is the whole tree), folder by folder, in the order of their
 * names. Links are not followed, so a loop of them is no trouble; hidden folders and what a build leaves are passed over.
 */
export function* walkTree(tree: string, below: readonly string[]): Generator<Walked> {
  const waiting = [...below].reverse();
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = entriesOf(join(tree, folder));
    if (typeof entries === 'string') {
      if (entries === 'ENOTDIR') yield { kind: 'files', paths: [folder] };
      else yield { kind: 'unreadable', path: folder, code: entries };
      continue;
    }
    const prefix = folder === '' ? '' : `${folder}/`;
    const paths: string[] = [];
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.isFile() ? isSource(entry.name) : false) paths.push(prefix + entry.name);
      else if (entry.isDirectory() && !entry.name.startsWith('.')) folders.push(prefix + entry.name);
    }
    if (paths.length > 0) yield { kind: 'files', paths };
    waiting.push(...folders.reverse());
  }
}

const isSource = (name: string): boolean =>
  (name.endsWith('.c') || name.endsWith('.h')) && !name.endsWith('.mod.c') && !name.startsWith('.');

/** The error's code where the folder cannot be read. */
const entriesOf = (folder: string): Dirent[] | string => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
};
