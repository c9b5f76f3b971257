import type { DiffLine, LineRange } from './lineDiff.ts';

/** What a diff says of one file, as `git diff` or `diff -u` writes it. */
export interface FileDiff {
  /** Without `a/`; none where the file is new. */
  readonly before?: string;
  /** Without `b/`; none where it is deleted. */
  readonly after?: string;
  /** The path to speak of: after, else before. */
  readonly path: string;
  readonly change: 'changed' | 'added' | 'deleted' | 'renamed' | 'copied';
  /** Equal where the diff only tells the mode; the other side's is left out where the file is new or deleted. */
  readonly modeBefore?: string;
  readonly modeAfter?: string;
  /** Percent, of a rename or copy. */
  readonly similarity?: number;
  /** The blobs of the `index` line, abbreviated as there. */
  readonly blobs?: { readonly before: string; readonly after: string };
  readonly isBinary: boolean;
  readonly hunks: readonly MailedHunk[];
  /** The line of the file on which it begins (`diff --git`, or `---`), from 1. */
  readonly at: number;
}

export interface MailedHunk {
  readonly before: LineRange;
  readonly after: LineRange;
  /** What stands after the second `@@`. */
  readonly section: string;
  readonly lines: readonly MailedDiffLine[];
  /** Of its `@@` line, from 1. */
  readonly at: number;
}

/** A diff's line, with its place in the file. A line that ends in CR keeps it. */
export interface MailedDiffLine extends DiffLine {
  readonly at: number;
}

/** The lines that a file's diff adds. */
export const addedLines = (file: FileDiff): readonly MailedDiffLine[] =>
  file.hunks.flatMap(({ lines }) => lines.filter(({ mark }) => mark === '+'));

/** The lines that it removes. */
export const removedLines = (file: FileDiff): readonly MailedDiffLine[] =>
  file.hunks.flatMap(({ lines }) => lines.filter(({ mark }) => mark === '-'));
