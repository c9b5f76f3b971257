import { chmod, copyFile, lstat, mkdir, readlink, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { git } from './git.ts';

/** So much is copied at most, in bytes. */
const MOST_BYTES = 50 * 2 ** 20;

/** `filled`, or why some of the files were not copied: a sentence. */
export type Filled = { readonly kind: 'filled' } | { readonly kind: 'not filled'; readonly because: string };

/**
 * Copies those of the paths that there are into an empty folder: from a commit, or from the tree's files. Never
 * through a symbolic link. The paths have to be safe.
 */
export async function filesForApply(
  tree: string,
  paths: readonly string[],
  folder: string,
  base: string | undefined,
): Promise<Filled> {
  try {
    return await (base === undefined ? fromTree(tree, paths, folder) : fromCommit(tree, paths, folder, base));
  } catch (error) {
    return notFilled(`The files that it changes could not be copied: ${(error as Error).message}.`);
  }
}

async function fromTree(tree: string, paths: readonly string[], folder: string): Promise<Filled> {
  const top = await realpath(tree);
  const links = new Map<string, string>();
  let bytes = 0;
  for (const path of paths) {
    const file = join(top, path);
    const found = await lstat(file).catch(() => undefined);
    if (found === undefined) continue;
    if ((await realpath(dirname(file))) !== dirname(file)) return beyondLink(path);
    if (found.isDirectory()) await mkdir(join(folder, path), { recursive: true });
    else if (found.isSymbolicLink()) links.set(path, await readlink(file));
    else if (!found.isFile()) return beyondLink(path);
    else {
      bytes += found.size;
      if (bytes > MOST_BYTES) return tooLarge;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await copyFile(file, join(folder, path));
    }
  }
  return makeLinks(links, paths, folder);
}

/** The links come last, and only where no path leads through one: a link may be changed, never followed. */
async function makeLinks(
  links: ReadonlyMap<string, string>,
  paths: readonly string[],
  folder: string,
): Promise<Filled> {
  if (links.size === 0) return filled;
  const through = paths.find((path) => foldersOf(path).some((one) => links.has(one)));
  if (through !== undefined) return beyondLink(through);
  for (const [path, target] of links) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(target, join(folder, path));
  }
  return filled;
}

/** `drivers`, `drivers/net` of `drivers/net/tun.c`. */
const foldersOf = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
};

async function fromCommit(tree: string, paths: readonly string[], folder: string, base: string): Promise<Filled> {
  const listed = await git(tree, ['ls-tree', '-z', '--long', base, '--', ...paths]);
  if (listed.status !== 0) return notFilled(`git could not read ${base.slice(0, 12)}: ${listed.stderr.trim()}`);
  const entries = listed.stdout.split('\0').flatMap((line) => {
    const [, mode = '', type, sha = '', size, path] = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    return path === undefined ? [] : [{ mode, type, sha, size: Number(size), path }];
  });
  const module = entries.find(({ type }) => type === 'commit');
  if (module) return beyondLink(module.path);
  const blobs = entries.filter(({ type }) => type === 'blob');
  if (blobs.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return tooLarge;
  if (blobs.length === 0) return filled;
  const input = `${blobs.map(({ sha }) => sha).join('\n')}\n`;
  const { stdout } = await git(tree, ['cat-file', '--batch'], { input, encoding: 'latin1' });
  const links = new Map<string, string>();
  let at = 0;
  for (const { mode, sha, path } of blobs) {
    const end = stdout.indexOf('\n', at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(stdout.slice(at, Math.max(at, end))) ?? [];
    // A clone without all blobs: they are not fetched here.
    if (size === undefined) return notFilled(`The repository lacks the contents of ${path} (${sha.slice(0, 12)}).`);
    const content = Buffer.from(stdout.slice(end + 1, end + 1 + Number(size)), 'latin1');
    at = end + 1 + Number(size) + 1;
    if (mode === '120000') {
      links.set(path, content.toString());
      continue;
    }
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    if (mode === '100755') await chmod(file, 0o755);
  }
  return makeLinks(links, paths, folder);
}

const filled: Filled = { kind: 'filled' };
const notFilled = (because: string): Filled => ({ kind: 'not filled', because });
const tooLarge = notFilled('The files that it changes have more than 50 MB together.');
const beyondLink = (path: string): Filled =>
  notFilled(`${path} lies beyond a symbolic link or is no plain file, and nothing is written there.`);
