import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Trouble } from '../../core/trouble.ts';
import { shellCommand } from '../shellCommand.ts';
import { git } from './git.ts';
import type { Borrowed, ThrowAwayRepository } from './throwAwayRepository.ts';

/** The ids of a file's contents. */
export interface Blobs {
  readonly before: string;
  readonly after: string;
}

/** What a patch takes from the tree's own repository, which is only read. */
export interface Borrowing {
  readonly head: string;
  readonly format: 'sha1' | 'sha256';
  readonly from: Borrowed;
  /** The file's mode in `head`. */
  readonly mode: string;
  /** The ids of both contents as the repository would have them, given those of their bytes as they are. */
  blobs(scratch: ThrowAwayRepository, written: Blobs): Promise<Blobs>;
}

interface Edit {
  readonly tree: string;
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** @throws Trouble `input` when the file is not a plain file of the commit `head`. */
export async function borrow(edit: Edit, head: string): Promise<Borrowing> {
  const ask = async (args: readonly string[]) => {
    const { status, stdout, stderr } = await git(edit.tree, args);
    if (status === 0) return stdout.replace(/\n$/, '');
    throw new Trouble('machine', { what: `git ${args.at(0)} failed.`, where: edit.tree, why: stderr.trim() });
  };
  const [, mode, id] = /^(\d+) \w+ (\w+)\t/.exec(await ask(['ls-tree', '-z', head, '--', edit.path])) ?? [];
  if (mode === undefined || id === undefined) throw notThere(edit.path, 'It is not in the commit that is checked out.');
  if (!mode.startsWith('100')) throw notThere(edit.path, 'It is no plain file there.');
  const objects = resolve(edit.tree, await ask(['rev-parse', '--git-path', 'objects']));
  const shallow = resolve(edit.tree, await ask(['rev-parse', '--git-path', 'shallow']));
  return {
    head,
    format: head.length === 64 ? 'sha256' : 'sha1',
    from: { objects, shallow: await readFile(shallow, 'utf8').catch(() => '') },
    mode,
    blobs: async (scratch, written) => (written.before === id ? written : filtered(edit, id, objects, scratch.objects)),
  };
}

// The file may stand in the folder otherwise than in the repository (core.autocrlf, a filter). If so, and only then,
// both contents go the way they would with `git add`.
async function filtered(edit: Edit, id: string, objects: string, written: string): Promise<Blobs> {
  const env = { GIT_OBJECT_DIRECTORY: written, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects };
  const hash = async (input: Uint8Array, ...write: readonly string[]) => {
    const args = ['hash-object', ...write, '--stdin', `--path=${edit.path}`];
    return (await git(edit.tree, args, { input, env })).stdout.trim();
  };
  if ((await hash(edit.before)) === id) return { before: id, after: await hash(edit.after, '-w') };
  throw new Trouble('input', {
    what: 'The file differs from what the repository has, so a patch for it would not fit there.',
    where: edit.path,
    why: 'It was changed and not committed.',
    next: `Commit or stash the change first: ${shellCommand(['git', 'stash', 'push', '--', edit.path])}`,
  });
}

const notThere = (path: string, why: string) =>
  new Trouble('input', { what: 'A patch cannot be made for this path.', where: path, why });
