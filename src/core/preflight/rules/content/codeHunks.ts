import { type CodeLine, codeOf } from '../../../patch/codeOf.ts';
import type { FileDiff, MailedHunk } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';

/** A hunk of a C file, each line taken apart. */
export interface CodeHunk {
  readonly file: FileDiff;
  readonly hunk: MailedHunk;
  readonly lines: readonly CodeLine[];
}

// Many rules read the same hunks: they are taken apart once for each patch.
const read = new WeakMap<PatchMail, readonly CodeHunk[]>();

/** The hunks of a patch's C files. */
export const codeHunks = (patch: PatchMail): readonly CodeHunk[] => {
  const had = read.get(patch);
  if (had) return had;
  const hunks = patch.diff
    .filter(({ path }) => /\.[ch]$/.test(path))
    .flatMap((file) => file.hunks.map((hunk) => ({ file, hunk, lines: codeOf(hunk.lines) })));
  read.set(patch, hunks);
  return hunks;
};

/** Whether what stands in the file runs in the kernel: its tools and scripts are ordinary programs. */
export const isKernelCode = (path: string): boolean =>
  !/^(?:tools|scripts|usr|samples|Documentation|doc|test)\//.test(path);
