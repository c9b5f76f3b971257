import type { PatchMail } from '../patch/patchMail.ts';

/**
 * Whether a mail is sent as a patch or as a series' cover: it has a diff, or its subject says so though the diff was
 * forgotten or attached. An answer is none, even with a diff in it, as b4 has it.
 */
export const isPatch = ({ subject, diff, isCover }: PatchMail): boolean =>
  !subject.isReply && (diff.length > 0 || isCover || subject.marks.some((mark) => /^patch$/i.test(mark)));
