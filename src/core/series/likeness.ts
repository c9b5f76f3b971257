import type { FileDiff } from '../patch/fileDiff.ts';
import type { PatchMail } from '../patch/patchMail.ts';

/** A patch that is less like the one before it changed much: the tags given to that one may not hold. */
export const HALF = 0.5;

/** How many lines two patches change, and how many of them both change to the same. */
export interface ComparedLines {
  readonly own: number;
  readonly theirs: number;
  readonly shared: number;
}

/** From 0 (no line of either change is in the other) to 1 (they change the same lines to the same, wherever). */
export const likeness = (one: PatchMail, other: PatchMail): number => likenessOf(comparedLines(one, other));

export const likenessOf = ({ own, theirs, shared }: ComparedLines): number => {
  const all = own + theirs - shared;
  return all === 0 ? 1 : shared / all;
};

export const comparedLines = (one: PatchMail, other: PatchMail): ComparedLines => {
  const left = new Map<string, number>();
  const own = changedLines(one.diff);
  for (const line of own) left.set(line, (left.get(line) ?? 0) + 1);
  const theirs = changedLines(other.diff);
  let shared = 0;
  for (const line of theirs) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    shared++;
  }
  return { own: own.length, theirs: theirs.length, shared };
};

/** White space does not count, as for git patch-id; nor do line numbers and context, which a rebase moves. */
const changedLines = (diff: readonly FileDiff[]): readonly string[] =>
  diff.flatMap(({ path, change, blobs, isBinary, hunks }) => [
    ...(change === 'changed' ? [] : [`${path}:${change}`]),
    ...(isBinary ? [`${path}:${blobs?.after ?? ''}`] : []),
    ...hunks.flatMap(({ lines }) =>
      lines.filter(({ mark }) => mark !== ' ').map(({ mark, text }) => `${path}:${mark}${text.replace(/\s+/g, '')}`),
    ),
  ]);
