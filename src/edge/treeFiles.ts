import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Compared, compareFiles } from './compareFiles.ts';
import { codeOf, lineEnds, PIECE, readPieces, type Unreadable } from './readPieces.ts';

/** Where to look: a folder of the tree (empty is the tree), and how many levels of folders, itself counted. */
export interface ListPlace {
  readonly folder: string;
  readonly levels: number;
}

export interface ListedFile {
  /** Relative to the tree; a name that is no UTF-8 has U+FFFD in it. */
  readonly path: string;
  /** Its bytes, where they are no UTF-8. */
  readonly bytes?: Buffer;
}

export interface FileList {
  readonly files: readonly ListedFile[];
  readonly unreadable: readonly Unreadable[];
}

/** What the files of a tree are, without their history. */
export interface TreeFiles {
  list(tree: string, places: readonly ListPlace[]): FileList;
  measure(tree: string, files: readonly ListedFile[], wordsFor?: (path: string) => readonly string[]): Measured;
  compare(before: string, now: string, paths: readonly string[]): Compared;
}

/**
 * The files below places of a tree, each once; a place that is not there has none. Links are not followed, so a loop of
 * them is no trouble; hidden folders and what a build leaves are passed over. No file is looked at, only folders.
 */
export const listFiles = (tree: string, places: readonly ListPlace[]): FileList => {
  const found = new Map<string, ListedFile>();
  const unreadable: Unreadable[] = [];
  const waiting: ListPlace[] = [...places].reverse();
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { folder } = place;
    const entries = entriesOf(join(tree, folder));
    if (typeof entries !== 'string') waiting.push(...listFolder(place, entries, found, unreadable).reverse());
    else if (entries === 'ENOTDIR') found.set(folder, { path: folder });
    else if (entries !== 'ENOENT') unreadable.push({ path: folder, code: entries });
  }
  return { files: [...found.values()], unreadable };
};

/** Adds what lies in a folder; gives the folders to go on with. */
const listFolder = (
  { folder, levels }: ListPlace,
  entries: readonly Entry[],
  found: Map<string, ListedFile>,
  unreadable: Unreadable[],
): ListPlace[] => {
  const prefix = folder === '' ? '' : `${folder}/`;
  const folders: ListPlace[] = [];
  for (const entry of entries) {
    const path = prefix + entry.name;
    const isFolder = levels > 1 && !entry.name.startsWith('.') && entry.isDirectory();
    if (isFolder && entry.bytes) unreadable.push({ path, code: 'EILSEQ' });
    else if (isFolder) folders.push({ folder: path, levels: levels - 1 });
    else if (entry.isFile() && !isBuilt(entry.name)) found.set(keyOf(path, entry), fileOf(prefix, entry));
  }
  return folders;
};

/** Two names that are no UTF-8 may read alike. */
const keyOf = (path: string, { bytes }: Entry): string => (bytes ? `${path} ${bytes.toString('hex')}` : path);

interface Entry extends Pick<Dirent, 'name' | 'isFile' | 'isDirectory'> {
  /** The name, where it is no UTF-8. */
  readonly bytes?: Buffer;
}

const fileOf = (prefix: string, { name, bytes }: Entry): ListedFile =>
  bytes ? { path: prefix + name, bytes: Buffer.concat([Buffer.from(prefix), bytes]) } : { path: prefix + name };

const isBuilt = (name: string): boolean => /\.(?:o|ko|cmd|mod|mod\.c|order|symvers)$|^\.tmp_/.test(name);

/** The error's code where the folder cannot be read. */
const entriesOf = (folder: string): readonly Entry[] | string => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.some(({ name }) => name.includes('\uFFFD')) ? entriesByBytes(folder) : entries;
  } catch (error) {
    return codeOf(error);
  }
};

/** Once more by bytes, which is dear, and nearly never needed. */
const entriesByBytes = (folder: string): Entry[] =>
  readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const name = entry.name.toString('utf8');
    const own = { name, isFile: () => entry.isFile(), isDirectory: () => entry.isDirectory() };
    return Buffer.from(name).equals(entry.name) ? own : { ...own, bytes: entry.name };
  });

export interface MeasuredFile {
  readonly path: string;
  readonly bytes: number;
  /** Line ends; one more where the last line has none. */
  readonly lines: number;
  /** Of a file of at most 1 MiB that holds one of the words asked for, byte by byte. */
  readonly text?: string;
}

export interface Measured {
  readonly files: readonly MeasuredFile[];
  readonly unreadable: readonly Unreadable[];
}

/** Counts files of a tree. `wordsFor` says which words a file is searched for; none is the rule. */
export const measureFiles = (
  tree: string,
  files: readonly ListedFile[],
  wordsFor: (path: string) => readonly string[] = () => [],
): Measured => {
  const buffer = Buffer.allocUnsafeSlow(PIECE);
  const measured: MeasuredFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const file of files) {
    try {
      measured.push(measure(tree, file, buffer, wordsFor(file.path)));
    } catch (error) {
      unreadable.push({ path: file.path, code: codeOf(error) });
    }
  }
  return { files: measured, unreadable };
};

const measure = (tree: string, file: ListedFile, buffer: Buffer, words: readonly string[]): MeasuredFile => {
  let bytes = 0;
  let lines = 0;
  let last = 10;
  for (const length of readPieces(tree, file, buffer)) {
    bytes += length;
    lines += lineEnds(buffer, length);
    last = buffer[length - 1] ?? last;
  }
  const total = { path: file.path, bytes, lines: last === 10 ? lines : lines + 1 };
  if (words.length === 0 || bytes > PIECE) return total;
  const piece = buffer.subarray(0, bytes);
  return words.some((word) => piece.includes(word)) ? { ...total, text: piece.toString('latin1') } : total;
};

export const treeFiles: TreeFiles = { list: listFiles, measure: measureFiles, compare: compareFiles };
