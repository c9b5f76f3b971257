import type { CheckpatchProblem } from '../core/preflight/checkpatchProblem.ts';

const severities = { ERROR: 'error', WARNING: 'warning', CHECK: 'check' } as const;

const START = /^(ERROR|WARNING|CHECK):([A-Z0-9_]+): (.*)$/;

/**
 * What checkpatch printed of one patch, with --show-types and without colour. A problem is `LEVEL:TYPE: text`, perhaps
 * more lines of text, then `#12: FILE: mm/a.c:34:` and the lines it is about.
 */
export const readCheckpatch = (stdout: string): readonly CheckpatchProblem[] => {
  const problems: CheckpatchProblem[] = [];
  const lines = stdout.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, level, type, text] = START.exec(lines[at] ?? '') ?? [];
    if (level === undefined || type === undefined || text === undefined) continue;
    let end = at + 1;
    while (end < lines.length && !isEnd(lines[end] ?? '')) end++;
    const [, patchLine, file, fileLine] = /^#(\d+):(?: FILE: (.+):(\d+):)?/.exec(lines[end] ?? '') ?? [];
    problems.push({
      severity: severities[level as keyof typeof severities],
      type,
      ...(patchLine !== undefined && { line: Number(patchLine) }),
      ...(file !== undefined && { place: { file, line: Number(fileLine) } }),
      text: [text, ...lines.slice(at + 1, end)].join('\n'),
    });
    at = end - 1;
  }
  return problems;
};

const isEnd = (line: string): boolean => line === '' || line.startsWith('#') || START.test(line);
