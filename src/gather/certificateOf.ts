import { findSection } from '../core/tree/documentSection.ts';
import type { Host } from '../edge/host.ts';

const DOCUMENT = 'Documentation/process/submitting-patches.rst';
const HEADING = "Developer's Certificate of Origin 1.1";

/** What a sign-off certifies, in the words of the user's own tree. */
export interface Certificate {
  readonly file: string;
  readonly heading: string;
  readonly line: number;
  readonly words: string;
}

/** Undefined where the tree has no such document; then it is read at https://developercertificate.org. */
export const certificateOf = ({ trees }: Pick<Host, 'trees'>, tree: string): Certificate | undefined => {
  const section = findSection(trees.text(tree, DOCUMENT) ?? '', HEADING);
  return section && { file: DOCUMENT, heading: section.heading, line: section.line, words: wordsOf(section.words) };
};

/** Its first sentence and what is indented below; the section goes on with how to write the line. */
const wordsOf = (words: string): string => {
  const lines = words.trim().split('\n');
  const begin = lines.findIndex((line) => /^\s+\(a\)/.test(line));
  const end = lines.findIndex((line, index) => index > begin && /^\S/.test(line));
  return lines
    .slice(0, end === -1 ? undefined : end)
    .join('\n')
    .trimEnd();
};
