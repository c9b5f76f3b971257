import type { Breach } from '../source/breach.ts';
import { isTest } from '../source/projectFiles.ts';
import type { SourceFile } from '../source/sourceFile.ts';

/** A file no longer than this can be read in one sitting. */
const longestFile = 300;
/** The formatter keeps code within 120; a sentence in a comment or a string may go over it by a word. */
const widestLine = 130;

export const linesOf = ({ text }: SourceFile): readonly string[] => text.replace(/\n$/, '').split('\n');

/** Code that is too long to read or too wide to stand beside other code. */
export const lengthBreaches = (file: SourceFile): Breach[] => {
  const lines = linesOf(file);
  const wide = lines.flatMap((line, at): Breach[] => {
    // In a test, what was seen in the world is written as it was seen.
    if (line.length <= widestLine || (isTest(file) && /['"`]/.test(line))) return [];
    const what = `the line has ${line.length} columns`;
    return [{ path: file.path, line: at + 1, what, instead: `at most ${widestLine}` }];
  });
  if (lines.length <= longestFile) return wide;
  const instead = `at most ${longestFile}, the rest in a file named for what it does`;
  return [...wide, { path: file.path, what: `the file has ${lines.length} lines`, instead }];
};
