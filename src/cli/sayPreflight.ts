import type { SeriesChecked } from '../bench/checkSeries.ts';
import { plural } from '../core/plural.ts';
import type { GoodMessage } from '../core/preflight/goodMessages.ts';
import type { Preflight, Problem, RuleCheck } from '../core/preflight/problem.ts';
import { visible } from '../core/visible.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';
import { problemLines } from './problemLines.ts';

/** So many places of one rule are shown; --json has all. */
const MOST = 8;

/** The problems, the most important first, then what could not be looked at, then the sum. */
export const sayPreflight = (face: Face, { result, examples }: SeriesChecked): void => {
  const { problems, checks, off, verdict } = result;
  const { say, paint } = face;
  const seen = new Map<string, number>();
  const counts = Map.groupBy(problems, ({ rule }) => rule);
  for (const problem of problems) {
    const before = seen.get(problem.rule) ?? 0;
    seen.set(problem.rule, before + 1);
    if (before < MOST) for (const line of problemLines(problem, face, before === 0)) say(line);
    else if (before === MOST)
      say(
        paint(
          'soft',
          `  … and ${(counts.get(problem.rule)?.length ?? 0) - MOST} more of ${problem.rule}; --json has all.`,
        ),
      );
    if (before <= MOST) say();
  }
  sayExamples(face, examples);
  sayUnknown(
    face,
    checks.filter((check) => check.verdict === 'unknown'),
  );
  const away = [...off.values()].flat().length;
  if (away > 0)
    say(
      paint('soft', `${plural(away, 'rule')} off: this tree has no document that says so (check --rules lists them).`),
    );
  say(sumOf(face, problems, checks, verdict));
};

const sayExamples = ({ say, paint }: Face, examples: readonly GoodMessage[]): void => {
  if (examples.length === 0) return;
  say(paint('strong', 'Messages from the history of these files that say why'));
  for (const { sha, subject, shows } of examples) {
    say(`  git show ${sha.slice(0, 12)}  ${visible(subject)}`);
    say(`    ${paint('soft', shows.join('; '))}`);
  }
  say();
};

const sayUnknown = ({ say, paint, width }: Face, checks: readonly RuleCheck[]): void => {
  if (checks.length === 0) return;
  say(paint('strong', 'Not looked at'));
  // What coach() left out is no gap: it is asked once the weightier questions are answered.
  const gaps = checks.filter(({ settle }) => settle !== undefined);
  for (const [seen, same] of Map.groupBy(gaps, (check) => check.seen)) {
    const names = same.map(({ rule }) => rule).join(', ');
    const [first = '', ...more] = folded(visible(`${seen} (${names})`), width - 4);
    say(`  ${paint('unknown', '?')} ${first}`);
    for (const line of more) say(`    ${line}`);
    const ways = new Set(same.flatMap(({ settle }) => settle ?? []));
    for (const settle of ways) say(`    ${paint('soft', 'settle it:')} ${visible(settle)}`);
  }
  say();
};

const sumOf = (
  { paint }: Face,
  problems: readonly Problem[],
  checks: readonly RuleCheck[],
  verdict: Preflight['verdict'],
): string => {
  const counting = problems.filter(({ turnedOff }) => turnedOff === undefined);
  const count = (severity: Problem['severity']): number => counting.filter((one) => one.severity === severity).length;
  const holding = checks.filter((check) => check.verdict === 'holds').length;
  const parts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('note'), 'question'),
    `${plural(holding, 'rule')} ${holding === 1 ? 'holds' : 'hold'}`,
    `${checks.filter((check) => check.verdict === 'unknown').length} unknown`,
  ];
  const mark = {
    holds: paint('leaf', '✓ holds'),
    fails: paint('fails', '✗ fails'),
    unknown: paint('unknown', '? unknown'),
  };
  return `${mark[verdict]}: ${parts.join(', ')}.`;
};
