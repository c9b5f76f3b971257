import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Workshop } from '../core/finding/sitesIn.ts';
import type { Colourer } from '../core/tree/c/colourer.ts';
import { type BaseFolders, baseFolders } from './baseFolders.ts';
import { readBytes, writeFileAtomic } from './files.ts';
import { filesTrouble } from './filesTrouble.ts';
import { isFolder, lacksOfTree, treeAround } from './findTree.ts';
import { createGit, type Git } from './git/createGit.ts';
import { type Journal, openJournal } from './journal.ts';
import type { Kbuild } from './kbuild/createKbuild.ts';
import { type KeptWords, openKeptWords } from './keptWords.ts';
import type { Sources } from './linuxSource/createSources.ts';
import { maintainersFiles } from './maintainersFiles.ts';
import { makeFolder } from './makeFolder.ts';
import { personalSeed } from './personalSeed.ts';
import type { ScanOrder, ScanWord } from './scan/scanTree.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { type TreeFiles, treeFiles } from './treeFiles.ts';
import { treeBytes, treeList, treeSize, treeText } from './treeText.ts';
import { writeVersion } from './versionFolder.ts';

/** The outside world, the clock and the dice, as arguments. A verb takes the parts that it names, and no others. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly version: string;
  /** What a person types to run it: `patchling`, in a checkout `bin/patchling`. */
  readonly command: string;
  readonly folders: BaseFolders;
  readonly journal: Journal;
  readonly terminal: Terminal;
  readonly git: Git;
  readonly trees: Trees;
  readonly treeFiles: TreeFiles;
  now(): Date;
  personalSeed(): string;
  readBytes(path: string): Uint8Array;
  /** Whole or not at all; makes the folder. Throws Trouble. */
  writeFile(path: string, bytes: Uint8Array): void;
  /** A folder of files, whole or not at all; what was there under its name is kept beside. Throws Trouble. */
  writeVersion: typeof import('./versionFolder.ts').writeVersion;
  run: typeof import('./run.ts').run;
  scan(order: ScanOrder): AsyncGenerator<ScanWord>;
  openWorkshop(tree: string): Promise<Workshop>;
  openColourer(): Promise<Colourer>;
  readonly keptWords: KeptWords;
  checkpatch: typeof import('./checkpatch.ts').checkpatch;
  checkpatchAll: typeof import('./checkpatchAll.ts').checkpatchAll;
  askScript: typeof import('./askScript.ts').askScript;
  readonly kbuild: Kbuild;
  readonly sources: Sources;
}

export interface Trees {
  /** What a folder lacks to be a tree. */
  lacks(folder: string): string[];
  /** The tree that a folder lies in. */
  around(folder: string): string | undefined;
  text(tree: string, path: string): string | undefined;
  /** A file of a tree as it is; undefined where there is none, or it cannot be read. */
  bytes(tree: string, path: string): Uint8Array | undefined;
  /** Of a file, in bytes; undefined where there is none. */
  size(tree: string, path: string): number | undefined;
  /** The names in a folder, sorted; none where there is none, or it cannot be read. */
  list(tree: string, path: string): readonly string[];
  /** The MAINTAINERS files below a folder, in the order of the disk. */
  maintainersFiles(tree: string, folder: string): readonly string[];
  exists(tree: string, path: string): boolean;
  isFolder(tree: string, path: string): boolean;
}

/** The real one, made once in main.ts. What a command does not use is not loaded. */
export const createHost = (): Host => {
  const folders = baseFolders(process.env);
  const now = (): Date => new Date();
  const version = packageVersion();
  const workshops = new Map<string, Promise<Workshop>>();
  let colourer: Promise<Colourer> | undefined;
  return {
    env: process.env,
    cwd: process.cwd(),
    version,
    command: process.env['PATCHLING_COMMAND'] ?? 'patchling',
    folders,
    now,
    journal: openJournal(folders.data, { now, by: `patchling ${version}` }),
    terminal: createTerminal(),
    git: createGit(),
    trees: {
      lacks: lacksOfTree,
      around: treeAround,
      text: treeText,
      bytes: treeBytes,
      size: treeSize,
      list: treeList,
      maintainersFiles,
      exists: (tree, path) => existsSync(join(tree, path)),
      isFolder: (tree, path) => isFolder(join(tree, path)),
    },
    treeFiles,
    personalSeed: () => personalSeed(folders.state),
    readBytes,
    writeFile: (path, bytes) => {
      try {
        makeFolder(dirname(path));
      } catch (error) {
        throw filesTrouble(error, `The folder ${dirname(path)} could not be made.`, dirname(path));
      }
      writeFileAtomic(path, bytes);
    },
    writeVersion,
    run: async (...words) => (await import('./run.ts')).run(...words),
    async *scan(order) {
      yield* (await import('./scan/scanTree.ts')).scanTree(order);
    },
    openWorkshop: async (tree) => {
      const open = workshops.get(tree) ?? import('./workshop.ts').then(({ createWorkshop }) => createWorkshop(tree));
      workshops.set(tree, open);
      return open;
    },
    openColourer: () => (colourer ??= openColourer()),
    keptWords: openKeptWords(folders.data),
    checkpatch: async (...words) => (await import('./checkpatch.ts')).checkpatch(...words),
    checkpatchAll: async (...words) => (await import('./checkpatchAll.ts')).checkpatchAll(...words),
    askScript: async (...words) => (await import('./askScript.ts')).askScript(...words),
    kbuild: lazyKbuild(folders.cache),
    sources: lazySources(folders.cache),
  };
};

const openColourer = async (): Promise<Colourer> => {
  const [{ createColourer }, { readGrammar, readHighlights }] = await Promise.all([
    import('../core/tree/c/colourer.ts'),
    import('./cGrammar.ts'),
  ]);
  return createColourer(readGrammar(), readHighlights());
};

const lazyKbuild = (cache: string): Kbuild => {
  const load = async (): Promise<Kbuild> => (await import('./kbuild/createKbuild.ts')).createKbuild(cache);
  return {
    prepare: async function* (tree) {
      return yield* (await load()).prepare(tree);
    },
    compile: async (order) => (await load()).compile(order),
    configured: async (tree) => (await load()).configured(tree),
  };
};

const lazySources = (cache: string): Sources => {
  const load = async (): Promise<Sources> => (await import('./linuxSource/createSources.ts')).createSources(cache);
  return {
    installed: async () => (await load()).installed(),
    offered: async () => (await load()).offered(),
    install: async function* (offered) {
      yield* (await load()).install(offered);
    },
    unpack: async function* (tarball) {
      return yield* (await load()).unpack(tarball);
    },
  };
};

/** From the package itself: in a checkout two folders up, in the published package too. */
const packageVersion = (): string => {
  const file = fileURLToPath(new URL('../../package.json', import.meta.url));
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
};
