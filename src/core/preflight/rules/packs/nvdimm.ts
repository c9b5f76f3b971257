import { known } from '../../known.ts';
import type { PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { lateInCycle } from './lateInCycle.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/nvdimm/maintainer-entry-profile.rst';
const NVDIMM = { group: 'subsystem', pack: 'nvdimm' } as const;
const diff = exampleDiff('drivers/nvdimm/count.c', [' {', '-\ta();', '+\tb();', ' }']);
const calendar = (candidate: number) =>
  known({ tag: `v6.13-rc${candidate}`, date: '2026-11-20T00:00:00Z', isMergeWindow: false, candidate, isStale: false });

/** Persistent memory. */
export const nvdimm: readonly PreflightRule[] = [
  {
    ...NVDIMM,
    name: 'nvdimm-tests-not-run',
    title: 'no run of the unit tests of ndctl',
    severity: 'note',
    sources: [{ file, heading: 'Submit Checklist Addendum', phrase: 'unit tests for the subsystem via the ndctl' }],
    covers: ['NVD-01'],
    why: 'They must pass before the patch goes in, and build their memory out of modules: no such machine is needed.',
    next: 'Run the tests of ndctl against this kernel; they are not needed for a first posting.',
    look: testRecorded({
      recipe: /ndctl/i,
      settle: 'In ndctl, on a kernel with tools/testing/nvdimm built: meson setup build && meson test -C build',
      applies: (checked) => checked.series.patches.some((patch) => isPartlyOf(patch, 'nvdimm', checked.facts)),
    }),
    examples: [
      { given: { diff }, unknown: 'Nothing was gathered' },
      {
        given: { diff },
        facts: { tested: known([{ recipe: 'ndctl', verdict: 'fails' }]) },
        finds: 'failed on this code',
      },
      { given: { diff }, facts: { tested: known([{ recipe: 'ndctl', verdict: 'holds' }]) } },
      { given: {} },
    ],
  },
  {
    ...NVDIMM,
    name: 'nvdimm-late-in-cycle',
    title: 'new code for persistent memory after -rc3',
    severity: 'note',
    sources: [{ file, heading: 'Key Cycle Dates', phrase: 'they should be sent before -rc4' }],
    covers: [],
    why: 'It has to lie in their tree by -rc6; a review of more than two weeks goes over that.',
    next: 'Send it all the same if it may wait for the next cycle.',
    look: lateInCycle({ pack: 'nvdimm', last: 3 }),
    examples: [
      { given: { subject: '[PATCH] nvdimm: Add', diff }, facts: { calendar: calendar(4) }, finds: 'is at -rc4' },
      { given: { subject: '[PATCH] nvdimm: Add', diff }, facts: { calendar: calendar(3) } },
    ],
  },
];
