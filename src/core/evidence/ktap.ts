import type { LogLine } from './logLines.ts';

/** A test's result, with the results of its own tests where it has some. */
export interface TestResult {
  readonly name: string;
  readonly outcome: 'ok' | 'not ok' | 'skipped';
  readonly number: number;
  readonly line: number;
  readonly children: TestGroup | undefined;
}

/** The results between one plan and the next, at one depth. */
export interface TestGroup {
  /** How many it said there would be; undefined where it said nothing. */
  readonly plan: number | undefined;
  readonly results: readonly TestResult[];
  readonly line: number;
}

interface Building {
  plan: number | undefined;
  results: TestResult[];
  line: number;
}

const VERSION = /^K?TAP version \d{1,3}$/;
const PLAN = /^1\.\.(\d{1,7})(?:\s|$)/;
const RESULT = /^(not )?ok (\d{1,7})(?: -)?(?: ([^#]{0,300}))?(?:# ?(\S{0,20}).{0,500})?$/;
const DEEPEST = 20;

/**
 * The results in an output or a log, with those of tests below tests: KUnit indents these by four blanks, kselftest puts
 * `# ` before them. A plan may stand behind its results, as selftests/size has it. `Documentation/dev-tools/ktap.rst`.
 * Never throws.
 */
export const readKtap = (lines: readonly LogLine[]): readonly TestGroup[] => {
  const done: TestGroup[] = [];
  const open: (Building | undefined)[] = [];
  /** Closes what is deeper than `depth`; of the depth itself too, where `isToo`. Gives the deepest closed one just below it. */
  const close = (depth: number, isToo: boolean): TestGroup | undefined => {
    const below = open[depth + 1];
    open.length = Math.min(open.length, depth + 1);
    const own = open[depth];
    if (isToo && own) {
      open.length = depth;
      if (depth === 0) done.push(own);
    }
    return below;
  };
  const at = (depth: number, line: number): Building => {
    open[depth] ??= { plan: undefined, results: [], line };
    return open[depth];
  };
  for (const { text, number: line } of lines) {
    const { depth, rest } = unwrapped(text);
    if (depth > DEEPEST) continue;
    const plan = PLAN.exec(rest)?.[1];
    const result = RESULT.exec(rest);
    if (VERSION.test(rest)) close(depth, true);
    else if (plan !== undefined) {
      const before = open[depth];
      const isBehind =
        before?.plan === undefined && before?.results.length === Number(plan) && before.results.length > 0;
      if (!isBehind && (before?.results.length ?? 0) > 0) close(depth, true);
      at(depth, line).plan ??= Number(plan);
      if (isBehind && depth === 0) close(depth, true);
    } else if (result) {
      const children = close(depth, false);
      at(depth, line).results.push(resultOf(result, line, children));
    }
  }
  // A log that was cut leaves deeper ones open: what stands there was seen all the same.
  const top = open.find((one) => one !== undefined);
  if (top) done.push(top);
  return done.filter(({ results, plan }) => results.length > 0 || plan !== undefined);
};

const resultOf = (match: RegExpExecArray, line: number, children: TestGroup | undefined): TestResult => {
  const [, not, number = '0', name = '', directive = ''] = match;
  const isSkipped = directive.toUpperCase() === 'SKIP';
  const outcome = isSkipped ? 'skipped' : not === undefined ? 'ok' : 'not ok';
  return { name: name.trim(), outcome, number: Number(number), line, children };
};

const unwrapped = (text: string): { readonly depth: number; readonly rest: string } => {
  let depth = 0;
  let rest = text;
  for (;;) {
    const step = rest.startsWith('    ') ? 4 : rest.startsWith('# ') ? 2 : 0;
    if (step === 0 || depth > DEEPEST) return { depth, rest };
    rest = rest.slice(step);
    depth++;
  }
};
