import type { TextLine } from '../mail/mail.ts';
import type { PatchMail } from './patchMail.ts';

/**
 * What git format-patch --base and b4 say of where a series stands. The lines stand above the diff, below it, or in the
 * cover letter; never inside a hunk, whose lines begin with their mark.
 */
export const readBase = (lines: readonly TextLine[]): PatchMail['base'] => {
  const prerequisites: string[] = [];
  let commit: string | undefined;
  let changeId: string | undefined;
  for (const { text } of lines) {
    if (!/^[bcp]/.test(text)) continue;
    commit ??= /^base-commit:\s*([0-9a-f]{7,64})\s*$/.exec(text)?.[1];
    changeId ??= /^change-id:\s+(\S+)\s*$/.exec(text)?.[1];
    const patch = /^prerequisite-patch-id:\s*([0-9a-f]{40})\s*$/.exec(text)?.[1];
    if (patch !== undefined) prerequisites.push(patch);
  }
  return { ...(commit !== undefined && { commit }), prerequisites, ...(changeId !== undefined && { changeId }) };
};
