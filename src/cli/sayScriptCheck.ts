import { whoGetsAll } from '../bench/whoGets.ts';
import type { WhoInput } from '../bench/whoInputs.ts';
import { Trouble } from '../core/trouble.ts';
import { visibleName } from '../core/visible.ts';
import type { ScriptSays } from '../edge/askScript.ts';
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
  const what = questionFor(inputs);
  const answer = await whoGetsAll(host, book, inputs);
  const unsafe = [...what, ...answer.owners.keys()].find((name) => /[^\w\x80-\uffff/.,@=:~%^+-]/.test(name));
  if (unsafe !== undefined) {
    say(`${verdictWords(paint, 'unknown')}  the script hands names to a shell, and this one may mean something there:`);
    say(`  ${visibleName(unsafe)}`);
    return 3;
  }
  const ours = answer.recipients.map(({ line }) => line);
  const { theirs, runs, varies } = await askUntilSame(ours, () => host.askScript(book.tree, [...options, ...what]));
  if (theirs.kind === 'unknown') {
    say(`${verdictWords(paint, 'unknown')}  ${theirs.because}`);
    if (theirs.settle !== undefined) say(`  settle it: ${theirs.settle}`);
    return 3;
  }
  if (isSame(ours, theirs.lines)) {
    say(`${verdictWords(paint, 'holds')}  ${ours.length} recipients, the same as scripts/get_maintainer.pl names`);
    if (runs > 1) say(`  in one of ${runs} runs: ${BY_CHANCE}`);
    return 0;
  }
  say(`${verdictWords(paint, varies ? 'unknown' : 'fails')}  scripts/get_maintainer.pl answers otherwise`);
  if (varies) say(`  in ${runs} runs, and not always the same: ${BY_CHANCE}`);
  for (const line of theirs.lines) if (!ours.includes(line)) say(`  only the script  ${visibleName(line)}`);
  for (const line of ours) if (!theirs.lines.includes(line)) say(`  only Patchling   ${visibleName(line)}`);
  say(`  look: ${theirs.again}`);
  return varies ? 3 : 1;
};

const BY_CHANCE = 'among people whom the history saw equally often, it chooses by chance';
const MOST_RUNS = 8;

/** By the order of perl's hashes, another in each run, the script may name others: then it is asked again. */
const askUntilSame = async (
  ours: readonly string[],
  ask: () => Promise<ScriptSays>,
): Promise<{ readonly theirs: ScriptSays; readonly runs: number; readonly varies: boolean }> => {
  const answers = new Set<string>();
  for (let runs = 1; ; runs++) {
    const theirs = await ask();
    if (theirs.kind === 'said') answers.add(theirs.lines.toSorted().join('\n'));
    const isDone = theirs.kind === 'unknown' || isSame(ours, theirs.lines) || runs === MOST_RUNS;
    if (isDone) return { theirs, runs, varies: answers.size > 1 };
  }
};

const isSame = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length === theirs.length && ours.every((line) => theirs.includes(line));

/** As the script takes it: `-f` and paths of the tree, or whole paths of patches. */
const questionFor = (inputs: readonly WhoInput[]): readonly string[] => {
  const paths = inputs.flatMap((input) => (input.kind === 'path' ? [input.path] : []));
  if (paths.length === inputs.length) return ['-f', ...paths];
  if (paths.length > 0) {
    throw new Trouble('input', { what: 'The script takes files or patches, not both at once.', next: 'Ask twice.' });
  }
  return inputs.map((input) => {
    if (input.kind === 'patch' && input.file !== undefined) return input.file;
    throw new Trouble('input', {
      what: '--check needs a file: what came on standard input cannot be given to the script again.',
      next: 'Write the patch into a file, and name that.',
    });
  });
};
