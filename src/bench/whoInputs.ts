import { isAbsolute, relative, resolve } from 'node:path';
import { hasDiff, looksLikePatch } from '../core/patch/splitMails.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';

/** What somebody asked about, `input` as they typed it: a place in the tree, or a patch. */
export type WhoInput =
  | { readonly kind: 'path'; readonly input: string; readonly path: string }
  | {
      readonly kind: 'patch';
      readonly input: string;
      readonly bytes: Uint8Array;
      /** Where it lies; nowhere, if it came on standard input. */
      readonly file?: string;
    };

type Needs = Pick<Host, 'cwd' | 'trees' | 'readBytes' | 'git' | 'terminal'>;

/**
 * A name as a person types it: relative to the tree or to the working folder, whole, `PATH:LINE`, or `-` for standard
 * input. A folder of patches is all of them. `asFiles`: nothing is a patch. Throws Trouble `input` for what is neither.
 */
export const whoInputs = async (
  host: Needs,
  tree: string,
  name: string,
  asFiles: boolean,
): Promise<readonly WhoInput[]> => {
  if (name === '-') return [patchIn({ input: name, bytes: host.terminal.inputBytes() })];
  const whole = placeOf(host, tree, name) ?? placeOf(host, tree, name.replace(/(?::\d+){1,2}$/, ''));
  if (whole === undefined) throw notThere(tree, name);
  const path = relative(tree, whole);
  const isInside = isIn(tree, whole);
  const isFolder = host.trees.isFolder(whole, '');
  const patches = isFolder && !asFiles ? patchesIn(host, whole, isInside) : [];
  if (patches.length > 0)
    return patches.map((patch) => patchFrom(host, `${name.replace(/\/+$/, '')}/${patch}`, `${whole}/${patch}`));
  if (isInside && (isFolder || asFiles || !(await isPatchInTree(host, tree, path))))
    return [{ kind: 'path', input: name, path: path || '.' }];
  if (isFolder || asFiles) throw notInTree(tree, name, isFolder);
  return [patchFrom(host, name, whole)];
};

/** Within the tree a name means what it means to any program there; from elsewhere, a place of the tree first. */
const placeOf = ({ cwd, trees }: Needs, tree: string, name: string): string | undefined => {
  const folders = isIn(tree, cwd) ? [cwd, tree] : [tree, cwd];
  if (name === '') return undefined;
  return folders.map((folder) => resolve(folder, name)).find((path) => trees.exists(path, ''));
};

const isIn = (tree: string, path: string): boolean =>
  !/^\.\.(?:\/|$)/.test(relative(tree, path)) && !isAbsolute(relative(tree, path));

// A folder of the tree itself may hold a patch among its files; one that holds nothing else was made for them.
const patchesIn = ({ trees }: Needs, folder: string, isInside: boolean): readonly string[] => {
  const names = trees.list(folder, '');
  const patches = names.filter((each) => /\.(?:patch|eml|mbox)$/.test(each));
  return isInside && patches.length < names.length ? [] : patches;
};

const isPatchInTree = async ({ trees, git }: Needs, tree: string, path: string): Promise<boolean> => {
  // Source is known by its name: with thousands of files, opening each would be felt.
  if (/\.(?!(?:patch|diff|mbox|mbx|eml)$)\w+$/.test(path)) return false;
  const bytes = trees.bytes(tree, path);
  if (!bytes || !looksLikePatch(path, Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'))) return false;
  return !(trees.exists(tree, '.git') && (await git.isTracked(tree, path)));
};

const patchFrom = ({ readBytes }: Needs, input: string, file: string): WhoInput =>
  patchIn({ input, bytes: readBytes(file), file });

const patchIn = (patch: Omit<Extract<WhoInput, { kind: 'patch' }>, 'kind'>): WhoInput => {
  const text = Buffer.from(patch.bytes).toString('latin1');
  if (!hasDiff(text) && !/^Subject: .*\b0+\/\d+\]/m.test(text)) throw noPatch(patch.input, text === '');
  return { kind: 'patch', ...patch };
};

const notThere = (tree: string, name: string): Trouble =>
  new Trouble('input', {
    what:
      name === ''
        ? 'One of the names is empty.'
        : `There is no ${name}, neither in the tree nor in the working folder, or you may not look there.`,
    where: tree,
    next: 'Name a file of the tree (mm/slub.c), or a patch: git format-patch -1 writes one of your last commit.',
  });

const notInTree = (tree: string, name: string, isFolder: boolean): Trouble =>
  new Trouble('input', {
    what: `${name} lies outside the tree${isFolder ? ', and no patch was found in it, or you may not look into it' : ''}.`,
    where: tree,
    next: 'Name files of the tree, or patches; --tree DIR names another tree.',
  });

const noPatch = (input: string, isEmpty: boolean): Trouble => {
  const which = input === '-' ? 'What came on standard input' : input;
  return new Trouble('input', {
    what: `${which} is ${isEmpty ? 'empty' : 'no patch: no line of it says which file is changed'}.`,
    why: 'A patch has lines such as "diff --git a/mm/slub.c b/mm/slub.c" or "+++ b/mm/slub.c".',
    next: 'Make one with git format-patch -1, or name a file of the tree.',
  });
};
