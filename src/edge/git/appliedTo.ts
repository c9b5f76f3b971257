import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { withTempFolder } from '../tempFolder.ts';
import { git } from './git.ts';

/** One file of a tree as a patch leaves it, the tree untouched; undefined where the patch does not fit. */
export async function appliedTo(tree: string, path: string, patchFile: string): Promise<Uint8Array | undefined> {
  return withTempFolder(async (folder) => {
    const copy = join(folder, path);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(tree, path), copy);
    const args = ['apply', '--whitespace=nowarn', `--include=${path}`, resolve(patchFile)];
    const { status } = await git(folder, args, { env: { GIT_DIR: '/dev/null' } });
    return status === 0 ? await readFile(copy) : undefined;
  });
}
