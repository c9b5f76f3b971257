import type { PatchMail } from '../patch/patchMail.ts';
import { comparedLines, HALF, likenessOf } from './likeness.ts';

/** How much a patch changed since a former version of it. */
export interface PatchChange {
  readonly kind: 'none' | 'little' | 'much';
  /** Without capital and full stop: `3 of 40 changed lines are new`. */
  readonly seen: string;
}

/** `hasSameId`: git patch-id says the same of both. */
export const patchChange = (patch: PatchMail, before: PatchMail, hasSameId: boolean): PatchChange => {
  if (hasSameId) return { kind: 'none', seen: 'the change is the same (git patch-id)' };
  const lines = comparedLines(patch, before);
  const { own, theirs, shared } = lines;
  const fresh = own - shared;
  const gone = theirs - shared;
  if (fresh === 0 && gone === 0) {
    return { kind: 'little', seen: 'the changed lines are the same, only what stands around them is not' };
  }
  const seen =
    fresh > 0
      ? `${fresh} of ${own} changed ${own === 1 ? 'line is' : 'lines are'} new`
      : `${gone} of its ${theirs} changed lines ${gone === 1 ? 'is' : 'are'} gone`;
  return { kind: likenessOf(lines) < HALF ? 'much' : 'little', seen };
};
