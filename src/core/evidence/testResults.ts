import { bears } from './bears.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';
import { readKtap, type TestGroup, type TestResult } from './ktap.ts';
import { logLines } from './logLines.ts';

export interface TestNeeds {
  /** Tests that have to be among the results, by a part of their names: `size: get_size`, `list-kunit-test`. */
  readonly tests?: readonly string[];
  /** Whether they have to succeed; a test that fails on somebody's machine was run all the same. */
  readonly mustPass?: boolean;
  /** Whether the mark has to stand in it, as in a line of `uname -r` before. */
  readonly marked?: boolean;
}

/** Looks at what selftests or KUnit printed: each plan kept, the tests that were asked for, how they ended. */
export const testResults = (piece: Piece, needs: TestNeeds, nonce: string): readonly EvidenceCheck[] => {
  const lines = logLines(piece.bytes);
  const groups = readKtap(lines);
  const all = groups.flatMap(everyResult);
  if (all.length === 0) {
    const settle = 'make kselftest TARGETS=… 2>&1 | tee results.txt, or dmesg > results.txt after KUnit';
    return [{ check: 'results', needed: true, verdict: 'unknown', seen: 'There is no line “ok 1 …” in it.', settle }];
  }
  const marked = lines.find(({ text }) => bears(text, nonce));
  return [
    counts(all),
    ...(needs.marked === false ? [] : [mark(marked?.number, nonce)]),
    ...(needs.tests ?? []).map((name) => named(name, all, needs)),
    ...groups.flatMap((group, index) => plansOf(group, index)),
  ];
};

const everyResult = ({ results }: TestGroup): TestResult[] =>
  results.flatMap((one) => [one, ...(one.children ? everyResult(one.children) : [])]);

const counts = (all: readonly TestResult[]): EvidenceCheck => {
  const of = (outcome: TestResult['outcome']): number => all.filter((one) => one.outcome === outcome).length;
  const seen = `${all.length} results: ${of('ok')} ok, ${of('not ok')} not ok, ${of('skipped')} skipped.`;
  return { check: 'results', needed: true, verdict: 'holds', seen };
};

const mark = (line: number | undefined, nonce: string): EvidenceCheck =>
  line === undefined
    ? {
        ...{ check: 'your own mark', needed: true, verdict: 'fails', seen: 'Your mark is not in it.' },
        settle: `uname -r; cat /proc/cmdline in the same output, where ${nonce} is in one of them`,
      }
    : { check: 'your own mark', needed: true, verdict: 'holds', line, seen: 'Your mark stands in it.' };

const named = (name: string, all: readonly TestResult[], { mustPass }: TestNeeds): EvidenceCheck => {
  const found = all.find((one) => one.name.includes(name));
  const common = { check: `the test ${name}`, needed: true } as const;
  if (!found) return { ...common, verdict: 'unknown', seen: 'It is not among the results.', settle: `run ${name} too` };
  const seen = `It says ${found.outcome}.`;
  const isBad = mustPass === true && found.outcome !== 'ok';
  return { ...common, verdict: isBad ? 'fails' : 'holds', line: found.line, seen };
};

/**
 * What was planned came, in its order. Programs number badly now and then: only what is cut off is asked for. Nothing is cut
 * off below a test whose own result follows: selftests/kcmp announces three, and says none of them.
 */
const plansOf = (group: TestGroup, index: number, isBelow = false): EvidenceCheck[] => {
  const { plan, results, line } = group;
  const check = `plan ${index + 1}`;
  const deeper = results.flatMap(({ children }) => (children ? plansOf(children, index, true) : []));
  const odd = deeper.filter(({ verdict }) => verdict !== 'holds').slice(0, 3);
  if (plan === undefined) {
    return [
      { check, needed: false, verdict: 'unknown', line, seen: 'No plan (“1..N”) stands before the results.' },
      ...odd,
    ];
  }
  if (results.length < plan) {
    const seen = `${plan} were planned, and ${results.length} are there: the rest is missing.`;
    const settle = 'Hand in the whole output';
    return [{ check, needed: !isBelow, verdict: 'unknown', line, seen, settle }, ...odd];
  }
  const wrong = results.find((one, at) => one.number !== at + 1);
  if (results.length > plan || wrong) {
    const seen = wrong
      ? `The results are not numbered one after the other: line ${wrong.line} has ${wrong.number}.`
      : `${plan} were planned, and ${results.length} are there.`;
    return [{ check, needed: false, verdict: 'fails', line: wrong?.line ?? line, seen }, ...odd];
  }
  return [{ check, needed: false, verdict: 'holds', line, seen: `All ${plan} that were planned are there.` }, ...odd];
};
