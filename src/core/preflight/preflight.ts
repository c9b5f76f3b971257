import { coach } from './coach.ts';
import type { Facts } from './facts.ts';
import { readDocuments } from './foundSource.ts';
import { inOrder } from './inOrder.ts';
import { isMail } from './isMail.ts';
import { silences } from './packs.ts';
import type { Preflight, Problem, RuleCheck } from './problem.ts';
import { problemOf } from './problemOf.ts';
import type { Checked, Looked, PreflightRule, Source } from './rule.ts';

/** A rule that a person has turned off for one patch, with their reason. */
export interface TurnedOff {
  readonly rule: string;
  /** patchKey() of the patch. */
  readonly patch: string;
  readonly because: string;
}

/** Every rule that applies, asked of one series. Never throws on what a mail holds. */
export const preflight = (
  checked: Checked,
  rules: readonly PreflightRule[],
  turnedOff: readonly TurnedOff[] = [],
): Preflight => {
  const documents = readDocuments(checked.facts.document);
  const asked: Asked[] = [];
  const unasked: RuleCheck[] = [];
  const off = new Map<string, string[]>();
  const silent = new Set([...checked.facts.packs].flatMap((pack) => silences[pack] ?? []));
  const isAsked = checked.series.patches.every(isMail) ? () => true : asksBareDiff;
  for (const rule of rules) {
    if (!isAsked(rule)) continue;
    if ((rule.pack !== undefined && !checked.facts.packs.has(rule.pack)) || silent.has(rule.name)) continue;
    const state = documents.state(rule.sources);
    const [source] = rule.sources;
    if (state === 'found' || rule.isOfGit) asked.push(...ask(rule, checked, { documents, turnedOff }));
    else if (state === 'absent') off.set(source?.file ?? '', [...(off.get(source?.file ?? '') ?? []), rule.name]);
    else unasked.push(moved(rule, documents.present(rule.sources)));
  }
  const kept = worthAsking(asked.flatMap(({ found }) => found));
  const checks = asked.map(({ rule, looked, found }) => checkOf(rule, looked, found, kept));
  const problems = asked.flatMap(({ found }) => found.filter((one) => kept.has(one)));
  return {
    verdict: verdictOf(problems, checked.facts),
    problems: problems.toSorted(inOrder),
    checks: [...checks, ...unasked],
    off,
  };
};

/** Of what is no mail only the code can be judged: whoever is told that it is none need not hear what a mail lacks. */
const asksBareDiff = ({ isOfGit, group }: PreflightRule): boolean =>
  isOfGit === true || group === 'content' || group === 'timing';

interface Asked {
  readonly rule: PreflightRule;
  readonly looked: Exclude<Looked, undefined>;
  readonly found: readonly Problem[];
}

const ask = (rule: PreflightRule, checked: Checked, told: Parameters<typeof problemOf>[2]): readonly Asked[] => {
  const looked = rule.look(checked);
  if (looked === undefined) return [];
  const findings = 'unknown' in looked ? (looked.findings ?? []) : looked;
  return [{ rule, looked, found: findings.map((finding) => problemOf(rule, finding, told)) }];
};

/** Of the questions about one message only the weightiest: a newcomer who is asked ten answers none. */
const worthAsking = (problems: readonly Problem[]): ReadonlySet<Problem> => {
  const kept = new Set(problems.filter(({ group }) => group !== 'why'));
  const ofMessages = problems.filter(({ group }) => group === 'why');
  for (const found of Map.groupBy(ofMessages, ({ patch }) => patch).values()) {
    for (const problem of coach(found)) kept.add(problem);
  }
  return kept;
};

const moved = ({ name }: PreflightRule, source: Source | undefined): RuleCheck => ({
  rule: name,
  verdict: 'unknown',
  seen: `${source?.file} of this tree does not say so ("${source?.phrase}"), so the rule is not asked.`,
});

const checkOf = (
  rule: PreflightRule,
  looked: Exclude<Looked, undefined>,
  found: readonly Problem[],
  kept: ReadonlySet<Problem>,
): RuleCheck => {
  const counting = found.filter((problem) => problem.turnedOff === undefined && kept.has(problem));
  const [first] = counting;
  if (first) {
    const more = counting.length === 1 ? '' : ` And ${counting.length - 1} more.`;
    return { rule: rule.name, verdict: 'fails', seen: `${first.what}${more}` };
  }
  if ('unknown' in looked) {
    return { rule: rule.name, verdict: 'unknown', seen: looked.unknown, settle: looked.settle };
  }
  const why = found.find(({ turnedOff }) => turnedOff !== undefined)?.turnedOff;
  const unasked = found.length > 0 && why === undefined;
  const seen = unasked ? 'Weightier questions about the message come first.' : `Not so: ${rule.title}.`;
  return {
    rule: rule.name,
    verdict: unasked ? 'unknown' : 'holds',
    seen: why === undefined ? seen : `Turned off for this patch: ${why}`,
  };
};

const verdictOf = (problems: readonly Problem[], { applied, checkpatch }: Facts): Preflight['verdict'] => {
  if (problems.some(({ severity, turnedOff }) => severity === 'error' && turnedOff === undefined)) return 'fails';
  return applied.known && checkpatch.known ? 'holds' : 'unknown';
};
