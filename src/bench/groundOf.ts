import type { PatchMail } from '../core/patch/patchMail.ts';
import { patchPaths, whyUnsafe } from '../core/patch/patchPaths.ts';
import { Trouble } from '../core/trouble.ts';
import type { GroundFile } from '../edge/git/commitPatches.ts';
import type { Host } from '../edge/host.ts';

/** The files of the tree that patches change: what they stand on where there is no history. Throws Trouble `input`. */
export const groundOf = (
  { trees }: Pick<Host, 'trees'>,
  tree: string,
  patches: readonly PatchMail[],
): readonly GroundFile[] => {
  const files = patches.flatMap(({ diff }) => diff);
  const executable = new Set(files.flatMap((file) => (file.modeBefore === '100755' ? (file.before ?? []) : [])));
  return patchPaths(files).flatMap((path) => {
    const unsafe = whyUnsafe(path);
    if (unsafe !== undefined) throw unsafePath(path, unsafe);
    const bytes = trees.bytes(tree, path);
    return bytes ? [{ path, bytes, isExecutable: executable.has(path) }] : [];
  });
};

const unsafePath = (path: string, why: string): Trouble =>
  new Trouble('input', { what: `A patch names ${JSON.stringify(path)}, and ${why}.`, next: 'Take this patch out.' });
