import { known } from '../../known.ts';
import type { Checked, Looked, PreflightRule } from '../../rule.ts';
import { staleTree } from '../../staleTree.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isWhollyOf } from './isWhollyOf.ts';
import { listMissing } from './listMissing.ts';
import { isFix } from './saysFix.ts';
import { testRecorded } from './testRecorded.ts';

const file = 'Documentation/process/maintainer-tip.rst';
const TIP = { group: 'subsystem', pack: 'tip' } as const;
const diff = exampleDiff('arch/x86/mm/init.c', ['+\tcount();']);
const subject = '[PATCH] x86/mm: Count once';
const to = (To: string) => ({ subject, diff, headers: { To } });
const at = (candidate?: number) =>
  known({
    tag: candidate === undefined ? 'v6.12' : `v6.13-rc${candidate}`,
    date: '2026-11-20T00:00:00Z',
    isMergeWindow: candidate === undefined,
    isStale: false,
    ...(candidate !== undefined && { candidate }),
  });
const LARGE = 10;
const large = Array.from({ length: LARGE }, (_, index) => ({
  subject: `[PATCH ${String(index + 1).padStart(2, '0')}/${LARGE}] x86/mm: Count list ${index}`,
  diff,
}));

const closed = ({ series, facts }: Checked): Looked => {
  const patch = series.patches.find((one) => isWhollyOf(one, 'tip', facts));
  if (!patch || patch.subject.isRfc || series.patches.every(isFix)) return undefined;
  const { calendar } = facts;
  if (!calendar.known) return { unknown: calendar.because, settle: calendar.settle };
  if (calendar.value.isStale) return staleTree(calendar.value);
  const { isMergeWindow, candidate = 0, tag } = calendar.value;
  if (isMergeWindow)
    return [{ patch, what: `The merge window is open (${tag}): the tip tree is closed but for urgent fixes.` }];
  if (series.patches.length < LARGE || candidate < 8) return [];
  const what = `${series.patches.length} patches come at ${tag}, likely less than a week before the merge window.`;
  return [{ patch, what }];
};

/** When and to whom patches for the tip tree go. */
export const tipPosting: readonly PreflightRule[] = [
  {
    ...TIP,
    name: 'tip-patch-not-to-kernel-list',
    title: 'x86@kernel.org without the kernel mailing list',
    severity: 'error',
    sources: [{ file, heading: 'What is the tip tree?', phrase: 'ends up only in the private inboxes' }],
    covers: ['TIP-08'],
    why: 'x86@kernel.org is no list but an alias: without linux-kernel nobody else sees the patch, and no archive has it.',
    next: 'git send-email --cc=linux-kernel@vger.kernel.org FILE',
    look: listMissing({
      lists: ['linux-kernel@vger.kernel.org'],
      isMeant: (patch, { facts }) => isWhollyOf(patch, 'tip', facts),
    }),
    examples: [
      { given: to('x86@kernel.org'), finds: 'lacks linux-kernel@vger.kernel.org' },
      { given: to('x86@kernel.org, linux-kernel@vger.kernel.org') },
      { given: { subject, diff } },
      { given: { headers: { To: 'linux-mm@kvack.org' } } },
    ],
  },
  {
    ...TIP,
    name: 'x86-maintainers-not-addressed',
    title: 'a patch for arch/x86 does not go to x86@kernel.org',
    severity: 'warning',
    sources: [{ file, heading: 'What is the tip tree?', phrase: 'Please Cc the overall x86 maintainers on' }],
    covers: ['TIP-09'],
    why: 'They take care of all of arch/x86, also where MAINTAINERS names somebody else.',
    next: 'git send-email --cc=x86@kernel.org FILE',
    look: listMissing({
      lists: ['x86@kernel.org'],
      isMeant: (patch, { facts }) =>
        isWhollyOf(patch, 'tip', facts) && patch.diff.some(({ path }) => path.startsWith('arch/x86/')),
    }),
    examples: [
      { given: to('linux-kernel@vger.kernel.org'), finds: 'lacks x86@kernel.org' },
      { given: to('x86@kernel.org, linux-kernel@vger.kernel.org') },
      {
        given: {
          subject: '[PATCH] sched/fair: Count',
          diff: exampleDiff('kernel/sched/fair.c', ['+\tcount();']),
          headers: { To: 'linux-kernel@vger.kernel.org' },
        },
      },
    ],
  },
  {
    ...TIP,
    name: 'tip-closed',
    title: 'the tip tree is closed, or soon will be',
    severity: 'warning',
    sources: [{ file, heading: 'Merge window', phrase: 'The trees are closed to all but urgent' }],
    covers: ['TIP-10'],
    why: 'Around the merge window the maintainers look after what they have merged; new patches are mostly forgotten.',
    next: 'Send it when -rc1 is out. Urgent fixes may go at any time.',
    look: closed,
    examples: [
      { given: { subject, diff }, facts: { calendar: at() }, finds: 'The merge window is open' },
      { given: { subject, diff }, facts: { calendar: at(8) } },
      { given: large, facts: { calendar: at(8) }, finds: 'less than a week' },
      { given: large, facts: { calendar: at(6) } },
      { given: { subject: '[PATCH] x86/mm: Fix the count', diff }, facts: { calendar: at() } },
      { given: { subject, diff }, unknown: 'Nothing was gathered' },
    ],
  },
  {
    ...TIP,
    name: 'tip-not-tested-with-debugging',
    title: 'not booted with the debugging options of x86_debug.config',
    severity: 'warning',
    sources: [{ file, heading: 'Testing', phrase: 'comprehensive (and heavyweight) kernel debugging options enabled' }],
    covers: ['TIP-15'],
    why: 'Locks, atomic sections and memory used after its end show only with these checks switched on.',
    next: 'Build with make x86_debug.config, boot it, and use what you changed.',
    look: testRecorded({
      recipe: /x86[_-]debug/i,
      settle:
        'make O=BUILD_FOLDER defconfig x86_debug.config && make O=BUILD_FOLDER -j$(nproc), '
        + 'then boot it and use what was changed',
      applies: ({ series, facts }) =>
        series.patches.some(
          (patch) => isWhollyOf(patch, 'tip', facts) && patch.diff.some(({ path }) => /\.[chS]$/.test(path)),
        ),
    }),
    examples: [
      { given: { subject, diff }, unknown: 'Nothing was gathered' },
      {
        given: { subject, diff },
        facts: { tested: known([{ recipe: 'x86_debug boot', verdict: 'fails' }]) },
        finds: 'failed on this code',
      },
      { given: { subject, diff }, facts: { tested: known([{ recipe: 'x86_debug boot', verdict: 'holds' }]) } },
      { given: { subject, diff: exampleDiff('Documentation/arch/x86/tdx.rst', ['+Count']) } },
    ],
  },
];
