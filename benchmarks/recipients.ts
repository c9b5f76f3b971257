import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whoGetsAll } from '../src/bench/whoGets.ts';
import type { WhoInput } from '../src/bench/whoInputs.ts';
import { seededRandom, shuffle } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { openBook } from '../src/gather/openBook.ts';
import { kernelTree } from '../test/world/kernelTree.ts';
import { askTieBroken } from '../test/world/tieBroken.ts';
import { treeName } from './treeName.ts';

/**
 * Our recipients against the tree's own scripts/get_maintainer.pl, byte for byte: files of every tree that is named
 * (PATCHLING_TREES, with colons between, else the one of the cache folder), patches made from the history of one
 * (PATCHLING_HISTORY), and there with the options that ask the history. A Markdown table, and every disagreement.
 */
const [seed = '2026', share = '1'] = process.argv.slice(2);
const host = createHost();
const older = kernelTree();
const trees = process.env['PATCHLING_TREES']?.split(':') ?? (older === undefined ? [] : [older]);
const history = process.env['PATCHLING_HISTORY'];
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const NO_GIT = ['--nogit', '--nogit-fallback'];

const filesIn = (tree: string): readonly string[] =>
  execFileSync('find', ['.', '-name', '.git', '-prune', '-o', '-type', 'f', '-print'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
    .split('\n')
    .filter((name) => /^\.\/[\x21-\x7e]+$/.test(name))
    .map((name) => name.slice(2))
    .sort();

interface Asked {
  readonly tree: string;
  readonly what: string;
  readonly options: readonly string[];
  readonly questions: readonly (readonly string[])[];
}

const hold = async ({ tree, what, options, questions }: Asked): Promise<void> => {
  const named = what === 'files';
  const began = performance.now();
  const theirs = await askTieBroken(tree, named ? [...options, '-f'] : options, questions);
  const between = performance.now();
  const book = openBook(host, tree, options);
  const differ: string[] = [];
  for (const [at, names] of questions.entries()) {
    const inputs = names.map(
      (name): WhoInput =>
        named ? { kind: 'path', input: name, path: name } : { kind: 'patch', input: name, bytes: readFileSync(name) },
    );
    const { printed } = await whoGetsAll(host, book, inputs);
    if (Buffer.from(printed).toString('latin1') !== theirs[at]) differ.push(names.join(' '));
  }
  const ended = performance.now();
  const each = (time: number): string => (time / questions.length).toFixed(1);
  const agree = `${questions.length - differ.length} of ${questions.length}`;
  const times = `${each(between - began)} ms | ${each(ended - between)} ms`;
  say(`| ${treeLabel(tree)} | ${what} | \`${options.join(' ') || 'none'}\` | ${agree} | ${times} |`);
  for (const one of differ) say(`| | differs: ${one} | | | | |`);
};

const treeLabel = (tree: string): string =>
  existsSync(join(tree, 'Kbuild')) && existsSync(join(tree, 'board')) ? 'U-Boot' : treeName(tree);

const draw = <Item>(items: readonly Item[], count: number): readonly Item[] =>
  shuffle(items, seededRandom(seed)).slice(0, Math.ceil(count * Number(share)));

const patchesOf = (tree: string, count: number): readonly (readonly string[])[] => {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const commits = draw(git('log', '--no-merges', '--format=%H', '-20000').trim().split('\n'), count);
  const folder = mkdtempSync(join(tmpdir(), 'patchling-patches-'));
  return commits.map((commit) => [git('format-patch', '-1', '-o', join(folder, commit), commit).trim()]);
};

say(`## Recipients, against scripts/get_maintainer.pl\n\n\`node benchmarks/recipients.ts ${seed} ${share}\`, seed ${seed}; the
script is a copy whose ties are broken, answering all questions in one run; times are for one question, without start.\n`);
say('| tree | what | options | equal to the byte | script | Patchling |\n| --- | --- | --- | --- | --- | --- |');
for (const [at, tree] of trees.entries()) {
  const questions = draw(filesIn(tree), at === 0 ? 3000 : 1500).map((file) => [file]);
  await hold({ tree, what: 'files', options: NO_GIT, questions });
}
if (history === undefined) say('\nNo history: set PATCHLING_HISTORY to a repository with MAINTAINERS.');
else {
  const files = draw(filesIn(history), 200).map((file) => [file]);
  const patches = patchesOf(history, 300);
  await hold({ tree: history, what: 'patches', options: NO_GIT, questions: patches });
  await hold({ tree: history, what: 'patches', options: [], questions: patches });
  for (const options of [[], ['--git'], ['--nogit', '--git-fallback'], ['--git-blame'], ['--nogit', '--git-blame']]) {
    await hold({ tree: history, what: 'files', options, questions: files });
  }
  await hold({ tree: history, what: 'patches', options: ['--nogit', '--git-blame'], questions: patches.slice(0, 60) });
}
