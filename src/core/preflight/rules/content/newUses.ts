import type { CodeLine } from '../../../patch/codeOf.ts';
import type { MailedDiffLine } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import type { Finding } from '../../rule.ts';
import { type CodeHunk, codeHunks, isKernelCode } from './codeHunks.ts';

/** Where in a line something stands. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

/** A line that a patch adds with something that its removed lines did not have. */
export interface NewUse {
  readonly hunk: CodeHunk;
  readonly line: CodeLine;
  /** The line's place in the hunk. */
  readonly index: number;
  readonly spot: Spot;
}

export type FindSpot = (line: CodeLine, hunk: CodeHunk, index: number) => Spot | undefined;

// A patch that does the same wrong thing a thousand times needs no thousand messages.
const MOST = 20;

// What is longer was written by a machine.
const LONGEST = 1000;

/**
 * The added lines in which something is found. What a patch merely moves or edits is not new: as many as it removes in a
 * hunk do not count, and none counts when it removes as many in all.
 */
export const newUses = (
  patch: PatchMail,
  find: FindSpot,
  isMeant: (path: string) => boolean = isKernelCode,
): readonly NewUse[] => {
  const uses: NewUse[] = [];
  let balance = 0;
  for (const hunk of codeHunks(patch)) {
    if (!isMeant(hunk.file.path)) continue;
    const found = { '+': [] as NewUse[], '-': 0 };
    for (const [index, line] of hunk.lines.entries()) {
      if (line.line.mark === ' ' || line.line.text.length > LONGEST) continue;
      const spot = find(line, hunk, index);
      if (!spot) continue;
      if (line.line.mark === '+') found['+'].push({ hunk, line, index, spot });
      else found['-']++;
    }
    balance += found['+'].length - found['-'];
    uses.push(...found['+'].slice(found['-']));
  }
  return balance > 0 ? uses.slice(0, MOST) : [];
};

/** The first place of a pattern in what is code. The pattern must not be global. */
export const inCode =
  (pattern: RegExp): FindSpot =>
  ({ code }) =>
    spotOf(pattern.exec(code));

export const spotOf = (found: RegExpExecArray | null): Spot | undefined =>
  found ? { from: found.index, to: found.index + found[0].length } : undefined;

/** All of a text but the blanks at its ends. */
export const textSpot = (text: string): Spot => ({
  from: text.length - text.trimStart().length,
  to: text.trimEnd().length,
});

/** Where a finding stands: a line of the diff, with its mark, and the same line in the tree. */
export const atLine = (
  patch: PatchMail,
  path: string,
  line: MailedDiffLine,
  spot?: Spot,
): Pick<Finding, 'patch' | 'line' | 'path' | 'treeLine' | 'span'> => ({
  patch,
  line: { text: line.mark + line.text, at: line.at },
  path,
  ...(line.after !== undefined && { treeLine: line.after }),
  ...(spot && { span: [spot.from + 1, spot.to + 1] }),
});

export const atUse = (patch: PatchMail, { hunk, line, spot }: NewUse) => atLine(patch, hunk.file.path, line.line, spot);
