import { known } from '../../known.ts';
import type { PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { listMissing } from './listMissing.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/mm/damon/maintainer-profile.rst';
const DAMON = { group: 'subsystem', pack: 'damon' } as const;
const LISTS = ['damon@lists.linux.dev', 'linux-mm@kvack.org'];
const diff = exampleDiff('mm/damon/core.c', [' {', '-\ta();', '+\tb();', ' }']);

/** DAMON, which watches accesses to memory. */
export const damon: readonly PreflightRule[] = [
  {
    ...DAMON,
    name: 'damon-lists-not-addressed',
    title: 'not both lists of DAMON get the mail',
    severity: 'warning',
    sources: [
      {
        file,
        heading: 'DAMON Maintainer Entry Profile',
        phrase: 'mailing lists for the subsystem are damon@lists.linux.dev',
      },
    ],
    covers: ['DAM-01'],
    why: 'DAMON is reviewed on its own list and applied from the one of memory management.',
    next: `git send-email ${LISTS.map((list) => `--cc=${list}`).join(' ')} FILE`,
    look: listMissing({ lists: LISTS, isMeant: (patch, { facts }) => isPartlyOf(patch, 'damon', facts) }),
    examples: [
      {
        given: { diff, headers: { To: 'sj@kernel.org', Cc: 'linux-mm@kvack.org' } },
        finds: 'lacks damon@lists.linux.dev',
      },
      { given: { diff, headers: { To: LISTS.join(', ') } } },
      { given: { diff } },
      { given: { headers: { To: 'linux-mm@kvack.org' } } },
    ],
  },
  {
    ...DAMON,
    name: 'damon-tests-not-run',
    title: "no run of DAMON's selftests and KUnit tests",
    severity: 'warning',
    sources: [{ file, heading: 'Submit checklist addendum', phrase: 'Run and ensure no new failures for DAMON' }],
    covers: ['DAM-02'],
    why: 'Its maintainer runs them on each patch; a failure there is a wasted round.',
    next: 'Run the selftests and the KUnit tests of DAMON, and mend what fails.',
    look: testRecorded({
      recipe: /damon/i,
      settle: [
        'make -C tools/testing/selftests TARGETS=damon run_tests',
        './tools/testing/kunit/kunit.py run --kunitconfig mm/damon/tests',
      ].join('; '),
      applies: ({ series }) =>
        seriesPaths(series).some((path) => /^(?:mm\/damon\/|include\/linux\/damon\.h)/.test(path)),
    }),
    examples: [
      { given: { diff }, unknown: 'Nothing was gathered' },
      {
        given: { diff },
        facts: { tested: known([{ recipe: 'kunit damon', verdict: 'fails' }]) },
        finds: 'failed on this',
      },
      { given: { diff }, facts: { tested: known([{ recipe: 'kunit damon', verdict: 'holds' }]) } },
      { given: {} },
    ],
  },
];
