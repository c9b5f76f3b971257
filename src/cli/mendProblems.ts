import { resolve } from 'node:path';
import type { FilesChecked } from '../bench/checkSeries.ts';
import { lineDiff } from '../core/patch/lineDiff.ts';
import { plural } from '../core/plural.ts';
import { type MendedFile, mendFiles } from '../core/preflight/mendFiles.ts';
import type { SourceFile } from '../core/series/readSeries.ts';
import { diffLines } from './diffLines.ts';
import type { Face } from './face.ts';

/**
 * `--fix`: shows what a machine can put right, asks at a terminal, then writes. The files as they are afterwards;
 * undefined where nothing was done.
 */
export const mendProblems = async (
  face: Face,
  files: readonly SourceFile[],
  { checked }: FilesChecked,
): Promise<readonly SourceFile[] | undefined> => {
  const { host, note } = face;
  const problems = checked.flatMap(({ result }) => result.problems);
  const mended = mendFiles(problems, files);
  if (mended.length === 0) {
    note('Nothing here can be put right by a machine alone.');
    return undefined;
  }
  for (const file of mended) sayMended(face, file);
  if (mended.some(({ file }) => file === '-')) {
    note('Standard input cannot be written back: name the file, and --fix writes it.');
    return undefined;
  }
  const count = plural(mended.length, 'file');
  if (host.terminal.isInteractive && !/^y(?:es)?$/i.test(await host.terminal.ask(`Write ${count}? [y/N] `)))
    return undefined;
  for (const { file, after } of mended) host.writeFile(resolve(host.cwd, file), Buffer.from(after, 'latin1'));
  note(`${count} written.`);
  const texts = new Map(mended.map(({ file, after }) => [file, after]));
  return files.map(({ file, source }) => ({ file, source: texts.get(file) ?? source }));
};

/** What was done, and the lines before and after; on standard error where the result is for a script. */
const sayMended = ({ json, say, note, paint }: Face, { file, before, edits, says }: MendedFile): void => {
  const print = json ? note : say;
  print(paint('strong', `${file}: ${[...new Set(says)].join('; ')}`));
  const hunks = lineDiff(before, edits, 1);
  for (const { lines } of hunks) {
    const diff = lines.map(({ mark, text }) => mark + Buffer.from(text, 'latin1').toString('utf8')).join('\n');
    for (const line of diffLines(diff, paint)) print(`  ${line}`);
  }
  print('');
};
