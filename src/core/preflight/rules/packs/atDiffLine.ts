import type { FileDiff, MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Finding } from '../../rule.ts';
import { mailLine } from '../content/mailLine.ts';
import { atLine } from '../content/newUses.ts';

type Place = Pick<Finding, 'patch' | 'line' | 'span' | 'path' | 'treeLine'>;

/** The file's first line in the mail: `diff --git a/… b/…`. */
export const atFile = (patch: PatchMail, { path, at }: FileDiff): Place => ({
  patch,
  line: { text: mailLine(patch, at)?.text ?? `diff --git a/${path} b/${path}`, at },
  path,
});

/** A line of a file's diff, with its mark; `word` is the part of it that is meant. */
export const atDiffLine = (patch: PatchMail, path: string, line: MailedDiffLine, word?: string): Place => {
  const from = word === undefined ? -1 : line.text.indexOf(word);
  return atLine(patch, path, line, word === undefined || from < 0 ? undefined : { from, to: from + word.length });
};
