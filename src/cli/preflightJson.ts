import type { Preflight, Problem } from '../core/preflight/problem.ts';

/** A problem as scripts get it. */
const problemJson = (problem: Problem): Record<string, unknown> => ({
  rule: problem.rule,
  severity: problem.severity,
  place: problem.place,
  ...(problem.span === undefined ? {} : { column: problem.span[0] + 1, end_column: problem.span[1] + 1 }),
  path: problem.path ?? null,
  line: problem.line ?? null,
  text: problem.text,
  what: problem.what,
  why: problem.why,
  next: problem.next,
  source: problem.source
    ? {
        file: problem.source.file,
        heading: problem.source.heading,
        line: problem.source.line,
        words: problem.source.words,
      }
    : null,
  ...(problem.mend ? { mend: problem.mend.says } : {}),
  ...(problem.turnedOff === undefined ? {} : { turned_off: problem.turnedOff }),
});

/** What `check` ended in, of all series together. */
export const preflightJson = (results: readonly Preflight[]): Record<string, unknown> => ({
  verdict: worst(results),
  problems: results.flatMap(({ problems }) => problems).map(problemJson),
  checks: results.flatMap(({ checks }) =>
    checks.map(({ rule, verdict, seen, settle }) => ({ check: rule, verdict, seen, ...(settle ? { settle } : {}) })),
  ),
  off: [...new Set(results.flatMap(({ off }) => [...off.values()].flat()))],
});

/** `fails` before `unknown` before `holds`. */
export const worst = (results: readonly Preflight[]): Preflight['verdict'] =>
  (['fails', 'unknown'] as const).find((verdict) => results.some((result) => result.verdict === verdict)) ?? 'holds';
