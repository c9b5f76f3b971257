import type { TestRecord } from '../../facts.ts';
import { known } from '../../known.ts';
import type { Checked, Finding, Looked, PreflightRule } from '../../rule.ts';

const BEFORE = { file: 'Documentation/process/5.Posting.rst', heading: 'Before creating patches' };
const SEPARATE = { file: 'Documentation/process/submitting-patches.rst', heading: 'Separate your changes' };
const UBOOT = { file: 'doc/develop/sending_patches.rst', heading: 'General Patch Submission Rules' };
const EARLY = { file: 'Documentation/process/3.Early-stage.rst', heading: 'Early discussion' };

const askTests =
  (look: (records: readonly TestRecord[], checked: Checked) => readonly Finding[]) =>
  (checked: Checked): Looked => {
    const { tested } = checked.facts;
    if (!tested.known) return { unknown: tested.because, settle: tested.settle };
    return look(tested.value, checked);
  };

const failed = askTests((records, { series }) => {
  const [first] = series.mails;
  return records
    .filter(({ verdict }) => verdict === 'fails')
    .flatMap(({ recipe, patch: number }): readonly Finding[] => {
      const patch = (number === undefined ? undefined : series.patches[number - 1]) ?? first;
      return patch ? [{ patch, what: `The test "${recipe}" failed on exactly this code.` }] : [];
    });
});

const untested = askTests((records, { series }) => {
  const [patch] = series.mails;
  const isTested = records.some(({ verdict }) => verdict === 'holds');
  return isTested || !patch ? [] : [{ patch, what: 'No test of exactly this code is on record.' }];
});

const notAlone = (checked: Checked): Looked =>
  checked.series.patches.length < 2
    ? undefined
    : askTests((records, { series }) => {
        const done = new Set(records.filter(({ verdict }) => verdict === 'holds').map(({ patch }) => patch));
        return series.patches.flatMap((patch, index): readonly Finding[] =>
          done.has(index + 1) ? [] : [{ patch, what: `Patch ${index + 1} was not built with only those before it.` }],
        );
      })(checked);

const claimed = ({ series, facts: { claims } }: Checked): Looked => {
  if (!claims.known) return { unknown: claims.because, settle: claims.settle };
  const [patch] = series.mails;
  if (!patch) return [];
  return claims.value.map(({ who, what, url }) => ({
    patch,
    what: `Is ${who} on it already? ${what}${url === undefined ? '' : ` ${url}`}`,
  }));
};

const HOLDS: TestRecord = { recipe: 'build x86_64', verdict: 'holds' };
const TWO = [{ subject: '[PATCH 1/2] mm: slub: A' }, { subject: '[PATCH 2/2] mm: slub: B' }];

/** What was tried, and whether somebody else is on it. */
export const tested: readonly PreflightRule[] = [
  {
    name: 'test-failed',
    title: 'a test of this code failed',
    group: 'series',
    severity: 'error',
    sources: [
      { ...BEFORE, phrase: 'Test the code to the extent that you' },
      { ...UBOOT, phrase: 'the patch actually fixes something' },
    ],
    covers: [],
    why: 'Others would find the same failure, later and with more work.',
    next: 'Read the test’s log, mend the patch, test again.',
    look: failed,
    examples: [
      { given: {}, facts: { tested: known([{ recipe: 'boot', verdict: 'fails' }]) }, finds: '"boot" failed' },
      { given: {}, facts: { tested: known([HOLDS]) } },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'code-not-tested',
    title: 'nobody tested exactly this code',
    group: 'series',
    severity: 'warning',
    sources: [
      { ...BEFORE, phrase: 'Test the code to the extent that you' },
      { ...UBOOT, phrase: 'the patch actually fixes something' },
    ],
    covers: [],
    why: 'A change after the last test is where mistakes come from.',
    next: 'Build and run it once more as it is sent, and say in the mail how.',
    look: untested,
    examples: [
      { given: {}, facts: { tested: known([]) }, finds: 'No test of exactly this code' },
      { given: {}, facts: { tested: known([HOLDS]) } },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'patch-not-built-alone',
    title: 'not every patch of the series was built by itself',
    group: 'series',
    severity: 'warning',
    sources: [{ ...SEPARATE, phrase: 'builds and runs properly after each patch' }],
    covers: ['SER-02'],
    why: 'git bisect stops at any patch of a series; one that does not build stops everybody who looks for a bug.',
    next: 'Build each: git rebase --exec "make -j8" BASE',
    look: notAlone,
    examples: [
      { given: TWO, facts: { tested: known([{ ...HOLDS, patch: 2 }]) }, finds: 'Patch 1 was not built' },
      {
        given: TWO,
        facts: {
          tested: known([
            { ...HOLDS, patch: 1 },
            { ...HOLDS, patch: 2 },
          ]),
        },
      },
      { given: TWO, unknown: 'Nothing was gathered' },
      { given: {} },
    ],
  },
  {
    name: 'work-claimed-by-others',
    title: 'somebody else may be on it',
    group: 'timing',
    severity: 'note',
    sources: [{ ...EARLY, phrase: 'other developers have thought about the problem' }],
    covers: [],
    why: 'Two patches for one thing cost a maintainer the choice, and one of you the work.',
    next: 'Write to them first, or to the list, and ask.',
    look: claimed,
    examples: [
      {
        given: {},
        facts: { claims: known([{ who: 'Bo Other', what: 'A patch of last week does the same.' }]) },
        finds: 'Is Bo Other on it',
      },
      { given: {}, facts: { claims: known([]) } },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
];
