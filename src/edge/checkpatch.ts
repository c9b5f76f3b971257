import { resolve } from 'node:path';
import type { CheckpatchProblem } from '../core/preflight/checkpatchProblem.ts';
import type { Check } from '../core/verdict.ts';
import { readCheckpatch } from './readCheckpatch.ts';
import { treeScript } from './treeScript.ts';

/** What checkpatch says, and whether the caller said beforehand that this type does not count. */
export type CheckedProblem = CheckpatchProblem & { readonly expected: boolean };

export interface CheckpatchResult {
  readonly check: Check;
  /** In checkpatch's order, those that were expected among them. */
  readonly problems: readonly CheckedProblem[];
}

/**
 * What the tree's own `scripts/checkpatch.pl --strict` says of a patch. Problems of the types in `expected` do not count
 * for the verdict (a sign-off that the person has not given yet).
 */
export async function checkpatch(
  tree: string,
  patchFile: string,
  expected: readonly string[] = [],
): Promise<CheckpatchResult> {
  const check = 'checkpatch --strict';
  const args = ['--strict', '--show-types', '--color=never', resolve(patchFile)];
  const done = await treeScript(tree, 'scripts/checkpatch.pl', args);
  if (done.kind === 'unknown') {
    const { because, settle } = done;
    return { check: { check, verdict: 'unknown', seen: sentence(because), ...(settle && { settle }) }, problems: [] };
  }
  const { stdout, stderr } = done.ran;
  // The last line says that it got to the end; without it, silence would mean nothing.
  const total = /^total: (.*)$/m.exec(stdout)?.[1];
  if (total === undefined) {
    const why = stderr.trim().split('\n')[0] || `it ended with status ${done.ran.status}`;
    const seen = `checkpatch did not get to its end: ${why}`;
    return { check: { check, verdict: 'unknown', seen, settle: done.again }, problems: [] };
  }
  const problems = readCheckpatch(stdout).map((problem) => ({ ...problem, expected: expected.includes(problem.type) }));
  return { check: { check, ...judge(problems, total, stdout) }, problems };
}

function judge(problems: readonly CheckedProblem[], total: string, stdout: string): Omit<Check, 'check'> {
  const counting = problems.filter((problem) => !problem.expected);
  const left = [...new Set(problems.filter((problem) => problem.expected).map((problem) => problem.type))];
  const details = stdout
    .slice(0, stdout.indexOf('\ntotal: '))
    .split('\n')
    .filter((line) => line !== '');
  return {
    verdict: counting.length === 0 ? 'holds' : 'fails',
    seen: counting.length === 0 ? sentence(nothing(left)) : sentence(total),
    ...(problems.length > 0 && { details }),
  };
}

const nothing = (left: readonly string[]): string =>
  left.length === 0 ? 'it objects to nothing' : `it objects to nothing but what is not counted: ${left.join(', ')}`;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
