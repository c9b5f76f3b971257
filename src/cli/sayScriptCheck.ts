import { resolve } from 'node:path';
import { whoGetsAll } from '../bench/whoGets.ts';
import type { WhoInput } from '../bench/whoInputs.ts';
import { Trouble } from '../core/trouble.ts';
import type { OpenBook } from '../gather/openBook.ts';
import { type Face, verdictWords } from './face.ts';

/** `who --check`: our answer beside that of the tree's own script. 0 they agree, 1 they do not, 3 it could not be asked. */
export const sayScriptCheck = async (
  face: Face,
  book: OpenBook,
  inputs: readonly WhoInput[],
  options: readonly string[],
): Promise<number> => {
  const { host, say, paint } = face;
  const paths = inputs.flatMap((input) => (input.kind === 'path' ? [input.path] : []));
  if (paths.length > 0 && paths.length < inputs.length) {
    throw new Trouble('input', { what: 'The script takes files or patches, not both at once.', next: 'Ask twice.' });
  }
  const what = paths.length > 0 ? ['-f', ...paths] : inputs.map(({ input }) => resolve(host.cwd, input));
  const theirs = await host.askScript(book.tree, [...options, ...what]);
  if (theirs.kind === 'unknown') {
    say(`${verdictWords(paint, 'unknown')}  ${theirs.because}`);
    if (theirs.settle !== undefined) say(`  settle it: ${theirs.settle}`);
    return 3;
  }
  const ours = (await whoGetsAll(host, book, inputs)).recipients.map(({ line }) => line);
  const missing = theirs.lines.filter((line) => !ours.includes(line));
  const more = ours.filter((line) => !theirs.lines.includes(line));
  const agree = missing.length === 0 && more.length === 0;
  say(
    agree
      ? `${verdictWords(paint, 'holds')}  ${ours.length} recipients, the same as scripts/get_maintainer.pl names`
      : `${verdictWords(paint, 'fails')}  scripts/get_maintainer.pl answers otherwise`,
  );
  for (const line of missing) say(`  only the script  ${line}`);
  for (const line of more) say(`  only Patchling   ${line}`);
  if (!agree) say(`  look: ${theirs.again}`);
  return agree ? 0 : 1;
};
