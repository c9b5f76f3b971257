import { opendirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The MAINTAINERS files below a folder of a tree, relative to the tree, as File::Find walks for
 * scripts/get_maintainer.pl: a folder's own before those of its folders, these in the order in which the disk has them.
 */
export const maintainersFiles = (tree: string, folder: string): readonly string[] => {
  const found: string[] = [];
  const visit = (path: string): void => {
    const folders: string[] = [];
    for (const [name, kind] of entriesOf(join(tree, path))) {
      const inside = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder' && name !== '.git') folders.push(inside);
      if (name === 'MAINTAINERS' && kind !== 'folder' && isFile(join(tree, inside))) found.push(inside);
    }
    for (const each of folders) visit(each);
  };
  visit(folder.replace(/^\.\/?$|^\.\/|\/+$/g, ''));
  return found;
};

const entriesOf = (folder: string): (readonly [name: string, kind: 'folder' | 'other'])[] => {
  const entries: (readonly [string, 'folder' | 'other'])[] = [];
  try {
    // Not readdirSync(), which sorts: the script does not.
    const opened = opendirSync(folder, { bufferSize: 512 });
    for (let entry = opened.readSync(); entry; entry = opened.readSync()) {
      entries.push([entry.name, entry.isDirectory() ? 'folder' : 'other']);
    }
    opened.closeSync();
  } catch {
    // A folder that we may not look into has nothing for us, nor for the script.
  }
  return entries;
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
