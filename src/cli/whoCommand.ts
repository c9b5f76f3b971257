import { resolve } from 'node:path';
import { type WhoAnswer, whoGets, whoGetsAll } from '../bench/whoGets.ts';
import { type WhoInput, whoInputs } from '../bench/whoInputs.ts';
import { Trouble } from '../core/trouble.ts';
import { type OpenBook, openBook } from '../gather/openBook.ts';
import type { Called, Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { recipientJson } from './recipientJson.ts';
import { sayScriptCheck } from './sayScriptCheck.ts';
import { sayWho } from './sayWho.ts';
import { scriptOptions } from './scriptOptions.ts';
import { treeFor } from './treeFor.ts';
import { troubleLines } from './troubleLines.ts';

/** `who FILE|PATCH…`: who gets it, and why each. 2 when an input could not be read; the others are answered all the same. */
export const run: Run = async (face, called) => {
  const { host } = face;
  const { options } = called;
  const format = formatOf(face, options);
  const names = namesOf(face, called);
  const tree = await treeFor(face, options);
  const book = openBook(host, tree.folder, scriptOptions(options));
  const { inputs, unread } = await inputsOf(face, tree.folder, names, options);
  if (inputs.length > 0) {
    if (options['check'] === true) return sayScriptCheck(face, book, inputs, scriptOptions(options));
    await answer(face, book, inputs, format);
    for (const oddity of book.oddities()) face.note(oddity);
  }
  return unread ? 2 : 0;
};

type Format = 'text' | 'json' | 'get_maintainer';

const answer = async (face: Face, book: OpenBook, inputs: readonly WhoInput[], format: Format): Promise<void> => {
  const problems = new Set<string>();
  if (format === 'get_maintainer') {
    const all = await whoGetsAll(face.host, book, inputs);
    for (const problem of all.problems) problems.add(problem);
    face.bytes(all.printed);
  } else {
    const answers = kept(whoGets(face.host, book, inputs), problems);
    if (format === 'text') await sayWho(face, answers);
    else for await (const one of answers) face.say(JSON.stringify(whoJson(one)));
  }
  for (const problem of problems) face.note(`The history could not say: ${problem}`);
};

async function* kept(answers: AsyncIterable<WhoAnswer>, problems: Set<string>): AsyncGenerator<WhoAnswer> {
  for await (const answer of answers) {
    for (const problem of answer.problems) problems.add(problem);
    yield answer;
  }
}

const whoJson = (answer: WhoAnswer): Record<string, unknown> => ({
  input: answer.input,
  ...(answer.mail === undefined ? {} : { mail: answer.mail }),
  ...(answer.subject === undefined ? {} : { subject: answer.subject }),
  ...(answer.isCover ? { cover: true } : {}),
  ...(answer.kind === 'patch' ? { files: answer.files } : {}),
  recipients: answer.recipients.map(recipientJson),
  traps: answer.traps,
});

const formatOf = ({ json }: Face, options: Called['options']): Format => {
  const format = optionText(options, 'format') ?? (json ? 'json' : 'text');
  if (format === 'text' || format === 'json' || format === 'get_maintainer') return format;
  throw new Trouble('input', { what: `--format ${format} is none.`, next: 'There are text, json and get_maintainer.' });
};

const namesOf = ({ host }: Face, { args, options }: Called): readonly string[] => {
  const list = optionText(options, 'files-from');
  const text =
    list === undefined
      ? ''
      : list === '-'
        ? host.terminal.readInput()
        : decode(host.readBytes(resolve(host.cwd, list)));
  const names = [...args, ...text.split(/\r?\n|\0/).filter((name) => name !== '')];
  if (names.length > 0) return names;
  throw new Trouble('input', {
    what: 'Whose change? Name a file of the tree, or a patch.',
    next: `${host.command} who mm/slub.c, or ${host.command} who 0001-my-change.patch; - is a patch on standard input`,
  });
};

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** So many are named at length: of a list for another tree none is there. */
const MOST_UNREAD = 5;

const inputsOf = async (
  face: Face,
  tree: string,
  names: readonly string[],
  options: Called['options'],
): Promise<{ inputs: readonly WhoInput[]; unread: boolean }> => {
  const inputs: WhoInput[] = [];
  let unread = 0;
  for (const name of names) {
    try {
      inputs.push(...(await whoInputs(face.host, tree, name, options['file'] === true)));
    } catch (error) {
      if (!(error instanceof Trouble) || names.length === 1) throw error;
      unread++;
      if (unread <= MOST_UNREAD) for (const line of troubleLines(error)) face.note(line);
    }
  }
  if (unread > MOST_UNREAD) face.note(`patchling: and so on: ${unread} of ${names.length} could not be read.`);
  return { inputs, unread: unread > 0 };
};
