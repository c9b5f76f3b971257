import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { CheckpatchProblem } from '../core/preflight/checkpatchProblem.ts';
import { type Known, known, notKnown } from '../core/preflight/known.ts';
import { readCheckpatch } from './readCheckpatch.ts';
import { treeScript } from './treeScript.ts';

type Problems = readonly CheckpatchProblem[];

// Starting perl and compiling the script takes as long as reading a middling patch: for less than this, one is faster.
const WORTH_TWO = 3;

// One core is ours meanwhile: the rest of the facts is gathered, the rules are loaded.
const CORES = 3;

const LONGEST_MS = 300_000;

/**
 * What the tree's own `scripts/checkpatch.pl --strict` says of several patch files, in their order. Unknown where it
 * could not be run to its end for one of them.
 */
export const checkpatchAll = async (tree: string, files: readonly string[]): Promise<Known<readonly Problems[]>> => {
  if (files.length === 0) return known([]);
  const parts = await Promise.all(
    shared(files.map((file) => resolve(file))).map(async (part) => [part, await ask(tree, part)] as const),
  );
  const said = new Map<string, Problems>();
  for (const [part, answer] of parts) {
    if (!answer.known) return answer;
    for (const [at, file] of part.entries()) said.set(file, answer.value[at] ?? []);
  }
  return known(files.map((file) => said.get(resolve(file)) ?? []));
};

/** One share for each process, of about the same size: a file goes to whoever has less so far. */
const shared = (files: readonly string[]): readonly (readonly string[])[] => {
  if (files.length < WORTH_TWO || availableParallelism() < CORES) return [files];
  const [one, two] = [emptyShare(), emptyShare()];
  for (const { file, size } of files.map(sized).toSorted((a, b) => b.size - a.size)) {
    const share = one.size <= two.size ? one : two;
    share.files.push(file);
    share.size += size;
  }
  return [one.files, two.files];
};

const emptyShare = (): { size: number; files: string[] } => ({ size: 0, files: [] });

// What checkpatch does for every file weighs as much as about 4 kB of patch.
const sized = (file: string) => ({ file, size: 4096 + (statSync(file, { throwIfNoEntry: false })?.size ?? 0) });

const ask = async (tree: string, files: readonly string[]): Promise<Known<readonly Problems[]>> => {
  const args = ['--strict', '--show-types', '--color=never', ...files];
  const done = await treeScript(tree, 'scripts/checkpatch.pl', args, { timeoutMs: LONGEST_MS });
  if (done.kind === 'unknown') {
    const { because, settle = `git clone a full tree: checkpatch.pl needs its scripts/ folder` } = done;
    return notKnown(`Checkpatch was not run: ${because}.`, settle);
  }
  const { stdout, stderr, timedOut, status } = done.ran;
  const blocks = blocksOf(stdout, files);
  const stopped = blocks.findIndex((block) => !/^total: /m.test(block));
  // Each file's last line says that it got to the end; without it, silence would mean nothing.
  if (timedOut || stopped >= 0) {
    const why = timedOut ? 'it took more than five minutes' : stderr.trim().split('\n')[0] || `status ${status}`;
    return notKnown(`Checkpatch did not get to its end: ${why}.`, done.again);
  }
  return known(blocks.map(readCheckpatch));
};

/** The output of each file. With several, each begins with its name between two lines of dashes. */
const blocksOf = (stdout: string, files: readonly string[]): readonly string[] => {
  if (files.length === 1) return [stdout];
  const starts: number[] = [];
  let from = 0;
  for (const file of files) {
    const rule = '-'.repeat(Buffer.byteLength(file));
    const head = `${rule}\n${file}\n${rule}\n`;
    const start = stdout.indexOf(head, from);
    if (start < 0) return files.map(() => '');
    starts.push(start + head.length);
    from = start + head.length;
  }
  return starts.map((start, at) => stdout.slice(start, starts[at + 1]));
};
