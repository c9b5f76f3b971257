import type { PatchMail } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import type { Checked, Looked, PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { lateInCycle } from './lateInCycle.ts';
import { listMissing } from './listMissing.ts';
import { isFix } from './saysFix.ts';
import { seriesPaths } from './seriesPaths.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/filesystems/xfs/xfs-maintainer-entry-profile.rst';
const ADDENDUM = 'Submission Checklist Addendum';
const XFS = { group: 'subsystem', pack: 'xfs' } as const;
const LIST = 'linux-xfs@vger.kernel.org';
const diff = exampleDiff('fs/xfs/xfs_count.c', [' {', '-\ta();', '+\tb();', ' }']);
const FIXES = ['Fixes: 123456789012 ("xfs: count")', 'Signed-off-by: Ada Made <ada@made.example>'];
const calendar = (candidate: number) =>
  known({ tag: `v6.13-rc${candidate}`, date: '2026-11-20T00:00:00Z', isMergeWindow: false, candidate, isStale: false });

const isCleanUp = ({ subject, trailers }: PatchMail): boolean =>
  !trailers.some(({ token }) => /^fixes$/i.test(token))
  && /\b(?:clean[- ]?ups?|refactor|rename|tidy|simplify|white ?space|typos?|remove unused)\b/i.test(subject.summary);

const hasFixesTag = ({ trailers }: PatchMail): boolean => trailers.some(({ token }) => /^fixes$/i.test(token));

const fixesLate = ({ series }: Checked): Looked => {
  const first = series.patches.findIndex(isCleanUp);
  const patch = first < 0 ? undefined : series.patches.slice(first + 1).find(hasFixesTag);
  if (!patch) return [];
  const before = series.patches[first]?.subject.summary ?? '';
  return [{ patch, what: `This fix comes after "${before}": does it need that clean-up?` }];
};

// Files of xfsprogs and of xfstests: no kernel has them.
const ELSEWHERE =
  /^(?:libxfs|libxlog|libfrog|repair|mkfs|scrub|db|growfs|logprint|mdrestore|spaceman|tests\/(?:xfs|generic))\//;

const userSpace = ({ series }: Checked): Looked => {
  const foreign = series.patches.find(({ diff: files }) => files.some(({ path }) => ELSEWHERE.test(path)));
  if (!foreign || !seriesPaths(series).some((path) => path.startsWith('fs/xfs/'))) return [];
  return [
    { patch: foreign, what: `"${foreign.subject.summary}" is not for the kernel, and the rest of the series is.` },
  ];
};

/** XFS. */
export const xfs: readonly PreflightRule[] = [
  {
    ...XFS,
    name: 'xfs-list-lacks-part',
    title: 'linux-xfs does not get the whole series',
    severity: 'error',
    sources: [{ file, heading: ADDENDUM, phrase: "should be cc'd in its entirety to linux-xfs" }],
    covers: ['XFS-01'],
    why: 'Half of a series cannot be judged: what a change in XFS is for often stands in the patches around it.',
    next: `git send-email --cc=${LIST} FILE`,
    look: listMissing({
      lists: [LIST],
      isMeant: (patch, { facts }) => isPartlyOf(patch, 'xfs', facts),
      wholeSeries: true,
    }),
    examples: [
      { given: { diff, headers: { To: 'max@maintain.example' } }, finds: `lacks ${LIST}` },
      {
        given: [
          { subject: '[PATCH 1/2] fs: a', headers: { To: 'linux-fsdevel@vger.kernel.org' } },
          { subject: '[PATCH 2/2] xfs: b', diff, headers: { To: LIST } },
        ],
        finds: '"[PATCH 1/2] fs: a" lacks',
      },
      { given: { diff, headers: { To: LIST } } },
      { given: { diff } },
    ],
  },
  {
    ...XFS,
    name: 'xfs-fix-not-compared',
    title: 'no run of fstests with and without the fix',
    severity: 'warning',
    sources: [{ file, heading: ADDENDUM, phrase: 'are expected to use fstests[2] to perform' }],
    covers: ['XFS-03'],
    why: 'Mending one case of a filesystem easily breaks another; only the same tests on both sides show it.',
    next: 'Run ./check -g auto of xfstests without and with the patch, and compare.',
    look: testRecorded({
      recipe: /x?fstests/i,
      settle: 'In xfstests, without the patch and with it: ./check -g auto',
      applies: ({ series }) => series.patches.some(isFix),
    }),
    examples: [
      { given: { diff, trailers: FIXES }, unknown: 'Nothing was gathered' },
      {
        given: { diff, trailers: FIXES },
        facts: { tested: known([{ recipe: 'xfstests -g auto', verdict: 'fails' }]) },
        finds: 'failed on this code',
      },
      {
        given: { diff, trailers: FIXES },
        facts: { tested: known([{ recipe: 'xfstests -g auto', verdict: 'holds' }]) },
      },
      { given: { subject: '[PATCH] xfs: Add a count', diff } },
    ],
  },
  {
    ...XFS,
    name: 'xfs-fix-after-clean-up',
    title: 'a fix comes after a clean-up',
    severity: 'warning',
    sources: [{ file, heading: ADDENDUM, phrase: 'the bug fixes at the beginning of the' }],
    covers: ['XFS-04'],
    why: 'Whoever takes the fix back to an older release would have to take the clean-up, too.',
    next: 'Put the fixes first: git rebase -i, and move their lines up.',
    look: fixesLate,
    examples: [
      {
        given: [
          { subject: '[PATCH 1/2] xfs: clean up the count', diff },
          { subject: '[PATCH 2/2] xfs: lock the count', diff, trailers: FIXES },
        ],
        finds: 'after "xfs: clean up the count"',
      },
      {
        given: [
          { subject: '[PATCH 1/2] xfs: lock the count', diff, trailers: FIXES },
          { subject: '[PATCH 2/2] xfs: clean up the count', diff },
        ],
      },
      { given: { subject: '[PATCH] xfs: clean up the count', diff } },
    ],
  },
  {
    ...XFS,
    name: 'xfs-user-space-in-series',
    title: 'changes of xfsprogs or xfstests among patches for the kernel',
    severity: 'warning',
    sources: [{ file, heading: ADDENDUM, phrase: 'should send the userspace changes as separate patchsets' }],
    covers: ['XFS-05'],
    why: 'Kernel, tools and tests are three repositories; a series is applied to one.',
    next: 'Send one series for each, the kernel first, and link them in the cover letters.',
    look: userSpace,
    examples: [
      {
        given: [
          { subject: '[PATCH 1/2] xfs: count', diff },
          { subject: '[PATCH 2/2] repair: count', diff: exampleDiff('repair/count.c', ['+\ta();']) },
        ],
        finds: 'is not for the kernel',
      },
      { given: { diff } },
      { given: { diff: exampleDiff('repair/count.c', ['+\ta();']) } },
    ],
  },
  {
    ...XFS,
    name: 'xfs-late-in-cycle',
    title: 'new code for XFS after -rc6',
    severity: 'note',
    sources: [{ file, heading: 'Key Release Cycle Dates', phrase: 'next merge window should be sent between -rc1' }],
    covers: [],
    why: 'Review, changes and new tests take weeks; what comes later waits for the next cycle.',
    next: 'Send it as an RFC now, or when the next -rc1 is out (with changes to fs/iomap: by -rc4).',
    look: (checked) => {
      const touchesIomap = seriesPaths(checked.series).some((path) => path.startsWith('fs/iomap/'));
      return lateInCycle({ pack: 'xfs', last: touchesIomap ? 4 : 6 })(checked);
    },
    examples: [
      { given: { subject: '[PATCH] xfs: Add', diff }, facts: { calendar: calendar(7) }, finds: 'the cycle is at -rc7' },
      { given: { subject: '[PATCH] xfs: Add', diff }, facts: { calendar: calendar(6) } },
      {
        given: { subject: '[PATCH] xfs: Add', diff: `${diff}${exampleDiff('fs/iomap/iter.c', ['+\ta();'])}` },
        facts: { calendar: calendar(5) },
        finds: 'asked for by -rc4',
      },
      { given: { subject: '[PATCH] xfs: Fix the count', diff }, facts: { calendar: calendar(7) } },
    ],
  },
];
