import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { filesTrouble } from '../filesTrouble.ts';

/**
 * The mode git would give a plain file of a tree: 100644, or 100755 when it may be run.
 * @throws Trouble `input` for what a patch cannot change by its path: outside the tree, a symbolic link or beyond one.
 */
export async function fileInTree(tree: string, path: string): Promise<'100644' | '100755'> {
  const refuse = (why: string) =>
    new Trouble('input', { what: 'A patch cannot be made for this path.', where: path, why });
  // Quoted names could be written, but no source file has one; a name with a line end would forge the mail's lines.
  if (/[\0-\x1f\x7f"\\]/.test(path)) throw refuse('It has a quote, a backslash or a control character in its name.');
  if (path.startsWith('/') || path.split('/').some((part) => ['', '.', '..'].includes(part))) {
    throw refuse('It is not written as the tree has it: relative, without `.` and `..`.');
  }
  const file = join(tree, path);
  try {
    if ((await realpath(file)) !== join(await realpath(tree), path)) {
      throw refuse('It is a symbolic link, or lies beyond one: change the file that it leads to.');
    }
    const found = await lstat(file);
    if (!found.isFile()) throw refuse('It is no plain file.');
    return found.mode & 0o100 ? '100755' : '100644';
  } catch (error) {
    throw error instanceof Trouble ? error : filesTrouble(error, `${path} cannot be looked at.`, file);
  }
}
