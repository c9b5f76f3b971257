import { known } from '../../known.ts';
import type { Checked, Looked, PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';

const CHECKLIST = 'Documentation/process/submit-checklist.rst';

interface Test extends Pick<PreflightRule, 'name' | 'title' | 'severity' | 'covers' | 'why' | 'next'> {
  readonly heading: string;
  readonly phrase: string;
  /** The recipe's name in a test record. */
  readonly recipe: RegExp;
  /** A name that matches, for the examples. */
  readonly called: string;
  readonly isMeant: (path: string) => boolean;
  readonly settle: (paths: readonly string[]) => string;
}

const isCompiled = (path: string): boolean => /\.[cS]$/.test(path) && !/^(?:tools|scripts|usr|samples)\//.test(path);

const objects = (paths: readonly string[]): string =>
  paths
    .slice(0, 5)
    .map((path) => path.replace(/\.[cS]$/, '.o'))
    .join(' ');

const tests: readonly Test[] = [
  {
    name: 'sparse-objects',
    title: 'sparse objects',
    severity: 'warning',
    covers: ['SER-13'],
    heading: 'Check your code with tools',
    phrase: 'Check cleanly with sparse',
    recipe: /sparse|\bC=[12]\b/i,
    called: 'sparse',
    isMeant: isCompiled,
    settle: (paths) => `make O=BUILD_FOLDER C=1 ${objects(paths)}`,
    why: 'It sees addresses of user space, byte orders and locks mixed up, which a compiler does not.',
    next: 'Run make C=1 on the objects, and mend what it says about your lines.',
  },
  {
    name: 'build-breaks-in-some-configuration',
    title: 'it does not build in every configuration',
    severity: 'error',
    covers: ['SER-14', 'SER-02'],
    heading: 'Build your code',
    phrase: 'Passes ``allnoconfig``, ``allmodconfig``',
    recipe: /all(?:no|mod|yes)config|\bbuild\b/i,
    called: 'allmodconfig',
    isMeant: isCompiled,
    settle: (paths) =>
      `make O=BUILD_FOLDER allmodconfig ${objects(paths)}; make O=ANOTHER_FOLDER allnoconfig ${objects(paths)}`,
    why: 'Somebody else has the option off, or as a module; the build of everybody is stopped by one patch.',
    next: 'Build it with the option =y, =m and =n, and mend what breaks.',
  },
  {
    name: 'build-breaks-elsewhere',
    title: 'it does not build for another architecture',
    severity: 'warning',
    covers: ['SER-15'],
    heading: 'Build your code',
    phrase: 'Builds on multiple CPU architectures',
    recipe: /\bcross\b|\bARCH=|arm64|ppc64|riscv/i,
    called: 'cross arm64',
    isMeant: (path) => isCompiled(path) && !path.startsWith('arch/'),
    settle: (paths) => `make O=ANOTHER_FOLDER ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu- defconfig ${objects(paths)}`,
    why: 'Widths of types, byte order and headers differ; most of that is seen by the compiler alone.',
    next: 'Build it with a cross compiler, and mend what breaks.',
  },
  {
    name: 'documents-do-not-build',
    title: 'the documentation does not build cleanly',
    severity: 'error',
    covers: ['SER-16'],
    heading: 'Build your code',
    phrase: 'build successfully without new warnings/errors',
    recipe: /htmldocs|pdfdocs/i,
    called: 'htmldocs',
    isMeant: (path) => /^Documentation\/.*\.rst$/.test(path),
    settle: () => 'make htmldocs',
    why: 'A mistake in the markup makes a page unreadable, or hides it from the index.',
    next: 'Run make htmldocs, and mend what it says about your files.',
  },
  {
    name: 'debug-kernel-objects',
    title: 'a kernel with its debugging switched on objects',
    severity: 'warning',
    covers: ['SER-21'],
    heading: 'Test your code',
    phrase: 'exercised with all lockdep features enabled',
    recipe: /lockdep|kasan|debug/i,
    called: 'debug kernel with lockdep',
    isMeant: isCompiled,
    settle: () =>
      'make O=BUILD_FOLDER debug.config, boot it with CONFIG_PROVE_LOCKING=y, and use the code that was changed',
    why: 'Locks taken in the wrong order or sleeping where it is forbidden rarely hurt at once, but they do in the end.',
    next: 'Read the splat, mend it, and run the same again.',
  },
];

const look =
  (test: Test) =>
  ({ series, facts: { tested } }: Checked): Looked => {
    const paths = series.patches.flatMap(({ diff }) => diff.map(({ path }) => path)).filter(test.isMeant);
    if (paths.length === 0) return undefined;
    const settle = test.settle([...new Set(paths)]);
    if (!tested.known) return { unknown: tested.because, settle };
    const records = tested.value.filter(({ recipe }) => test.recipe.test(recipe));
    if (records.length === 0) return { unknown: 'No test of this kind was recorded for this code.', settle };
    return records.flatMap(({ recipe, verdict, patch: number }) => {
      const patch = series.patches[(number ?? 1) - 1];
      return verdict === 'fails' && patch ? [{ patch, what: `The test "${recipe}" fails with this code.` }] : [];
    });
  };

const ruleOf = (test: Test): PreflightRule => {
  const { name, title, severity, covers, why, next } = test;
  const path = test.isMeant('mm/slub.c') ? 'mm/slub.c' : 'Documentation/mm/slub.rst';
  const given = { diff: exampleDiff(path, [' ', '+word', ' ']) };
  const record = (verdict: 'holds' | 'fails') => ({ tested: known([{ recipe: test.called, verdict }]) });
  return {
    name,
    title,
    group: 'content',
    severity,
    sources: [{ file: CHECKLIST, heading: test.heading, phrase: test.phrase }],
    covers,
    why,
    next,
    look: look(test),
    examples: [
      { given, facts: record('fails'), finds: 'fails with this code' },
      { given, facts: record('holds') },
      { given, facts: { tested: known([]) }, unknown: 'No test of this kind' },
      { given, unknown: 'Nothing was gathered' },
      { given: { diff: exampleDiff('MAINTAINERS', [' ', '+S:\tMaintained', ' ']) } },
    ],
  };
};

/** What only a build or a run can tell: unknown until one is recorded for this exact code. */
export const notYetTested: readonly PreflightRule[] = tests.map(ruleOf);
