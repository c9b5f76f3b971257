import { resolve } from 'node:path';
import type { Check } from '../core/verdict.ts';
import { treeScript } from './treeScript.ts';

export type CheckpatchSeverity = 'error' | 'warning' | 'check';

/** One thing that checkpatch says. */
export interface CheckpatchProblem {
  readonly severity: CheckpatchSeverity;
  /** Checkpatch's own name for it: `MISSING_SIGN_OFF`. */
  readonly type: string;
  /** Counted in the patch from 1; none when it is about the whole of it. */
  readonly line?: number;
  /** The file and line in the tree, as the patch leaves it. */
  readonly place?: { readonly file: string; readonly line: number };
  readonly text: string;
  /** The caller said beforehand that this type does not count. */
  readonly expected: boolean;
}

export interface CheckpatchResult {
  readonly check: Check;
  /** In checkpatch's order, those that were expected among them. */
  readonly problems: readonly CheckpatchProblem[];
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
  const problems = readProblems(stdout, new Set(expected));
  return { check: { check, ...judge(problems, total, stdout) }, problems };
}

function judge(problems: readonly CheckpatchProblem[], total: string, stdout: string): Omit<Check, 'check'> {
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

const severities = { ERROR: 'error', WARNING: 'warning', CHECK: 'check' } as const;

// A problem is `LEVEL:TYPE: text`, perhaps more lines of text, then `#12: FILE: mm/a.c:34:` and the lines it is about.
function readProblems(stdout: string, expected: ReadonlySet<string>): CheckpatchProblem[] {
  const start = /^(ERROR|WARNING|CHECK):([A-Z0-9_]+): (.*)$/;
  const problems: CheckpatchProblem[] = [];
  const lines = stdout.split('\n');
  for (const [at, line] of lines.entries()) {
    const [, level, type, text] = start.exec(line) ?? [];
    if (level === undefined || type === undefined || text === undefined) continue;
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((next) => next === '' || next.startsWith('#') || start.test(next));
    const [, patchLine, file, fileLine] = /^#(\d+):(?: FILE: (.+):(\d+):)?/.exec(rest[end] ?? '') ?? [];
    problems.push({
      severity: severities[level as keyof typeof severities],
      type,
      ...(patchLine !== undefined && { line: Number(patchLine) }),
      ...(file !== undefined && { place: { file, line: Number(fileLine) } }),
      text: [text, ...rest.slice(0, Math.max(end, 0))].join('\n'),
      expected: expected.has(type),
    });
  }
  return problems;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
