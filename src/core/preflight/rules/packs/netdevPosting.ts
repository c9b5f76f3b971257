import type { PatchMail } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type PreflightRule } from '../../rule.ts';
import { staleTree } from '../../staleTree.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { mendSubject } from '../form/mendSubject.ts';
import { isWhollyOf } from './isWhollyOf.ts';
import { saysFix } from './saysFix.ts';

const file = 'Documentation/process/maintainer-netdev.rst';
const NET = { group: 'subsystem', pack: 'netdev' } as const;
const diff = exampleDiff('net/ipv4/tcp.c', [' {', '-\ta();', '+\tb();', ' }']);
const inWindow = known({ tag: 'v6.12', date: '2026-11-20T00:00:00Z', isMergeWindow: true, isStale: false });
const openTree = known({
  tag: 'v6.13-rc2',
  date: '2026-11-20T00:00:00Z',
  isMergeWindow: false,
  candidate: 2,
  isStale: false,
});

// Trees of the network's neighbours; who names one of them knows where the patch goes.
const TREES =
  /^(?:net|bpf|nf|ipsec|wireless|can|bluetooth|batadv|ieee802154|wpan|wireguard|mptcp|rdma|iwl|mlx5)(?:-next)?$/i;

const isNetTree = (mark: string, name: string): boolean => mark.toLowerCase() === name;

const postsTo = ({ subject }: PatchMail, name: string): boolean => subject.trees.some((mark) => isNetTree(mark, name));

const isForNext = ({ series }: Checked): boolean =>
  series.mails.some((mail) => postsTo(mail, 'net-next')) && !series.mails.some(({ subject }) => subject.isRfc);

/** The subject's tree, and when that tree takes patches. */
export const netdevPosting: readonly PreflightRule[] = [
  {
    ...NET,
    name: 'netdev-tree-not-named',
    title: 'the subject does not say net or net-next',
    severity: 'warning',
    sources: [{ file, heading: 'Indicating target tree', phrase: 'explicitly mark which tree' }],
    covers: ['NET-01'],
    why: 'The networking robots apply and test a patch on the tree that its subject names; without one they guess.',
    next: 'For a fix: git format-patch --subject-prefix="PATCH net"; for all else: --subject-prefix="PATCH net-next".',
    look: eachPatch((patch, { facts }) => {
      if (patch.subject.trees.some((mark) => TREES.test(mark)) || !isWhollyOf(patch, 'netdev', facts)) return [];
      return [{ patch, what: `The brackets of "${patch.subject.text}" name neither net nor net-next.` }];
    }),
    examples: [
      { given: { subject: '[PATCH] tcp: Count once', diff }, finds: 'neither net nor net-next' },
      { given: { subject: '[PATCH net-next v2] tcp: count once', diff } },
      { given: { subject: '[PATCH bpf] tcp: count once', diff } },
      { given: { subject: '[PATCH nf-next 1/1] tcp: count once', diff } },
      { given: { subject: '[PATCH] arm: count once', diff: `${diff}${exampleDiff('arch/arm/a.c', ['+\tb();'])}` } },
    ],
  },
  {
    ...NET,
    name: 'netdev-tree-in-capitals',
    title: 'the tree in the subject is not in lower case',
    severity: 'error',
    sources: [{ file, heading: 'Indicating target tree', phrase: '(always lower case)' }],
    covers: ['NET-01'],
    why: 'The robots that sort the mails look for the lower-case word.',
    next: 'Write it in lower case: git format-patch --subject-prefix="PATCH net-next".',
    look: ({ series }) =>
      series.mails.flatMap((patch) => {
        const { text, at, trees } = patch.subject;
        const mark = trees.find((one) => /^net(?:-next)?$/i.test(one) && one !== one.toLowerCase());
        const start = mark === undefined ? -1 : text.indexOf(mark);
        if (mark === undefined || start < 0) return [];
        const mended = `${text.slice(0, start)}${mark.toLowerCase()}${text.slice(start + mark.length)}`;
        const mend = mendSubject(patch, 'Write the tree in lower case', mended);
        const span = [start, start + mark.length] as const;
        return [{ patch, line: { text, at }, span, what: `"${mark}" is not in lower case.`, ...(mend && { mend }) }];
      }),
    examples: [
      { given: { subject: '[PATCH NET-NEXT] tcp: count once', diff }, finds: '"NET-NEXT"' },
      { given: { subject: '[PATCH net-next] tcp: count once', diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-fix-without-fixes-tag',
    title: 'a fix for net has no Fixes tag',
    severity: 'warning',
    sources: [{ file, heading: 'tl;dr', phrase: 'tag is required, regardless of the tree' }],
    covers: ['NET-02', 'TAG-08'],
    why: 'The net tree takes fixes only, and the tag says to which releases each of them goes.',
    next: 'Find the commit with git blame or git log -S, and add: Fixes: 12 digits ("its subject").',
    look: eachPatch((patch, { facts }) => {
      const { subject, trailers, diff: files } = patch;
      if (trailers.some(({ token }) => /^fixes$/i.test(token)) || /^revert\b/i.test(subject.summary)) return [];
      if (!files.some(({ path }) => /\.[chS]$/.test(path) && !path.startsWith('tools/testing/'))) return [];
      const fixes = saysFix(subject.summary, subject.prefix);
      if (!fixes && !postsTo(patch, 'net')) return [];
      if (!isWhollyOf(patch, 'netdev', facts)) return [];
      const seen = postsTo(patch, 'net') ? 'is for the net tree' : 'says that it fixes something';
      // Both together leave nothing to doubt; one of them alone may be an addition of an id, or a small lapse.
      const severity = fixes && postsTo(patch, 'net') ? 'error' : 'warning';
      return [{ patch, severity, what: `"${subject.summary}" ${seen} and has no Fixes tag.` }];
    }),
    examples: [
      { given: { subject: '[PATCH net] tcp: fix the count of segments', diff }, finds: 'is for the net tree' },
      { given: { subject: '[PATCH net-next] tcp: fix a leak', diff }, finds: 'says that it fixes something' },
      { given: { subject: '[PATCH net-next] tcp: fix typo in comment', diff } },
      {
        given: {
          subject: '[PATCH net] tcp: fix a leak',
          diff,
          trailers: ['Fixes: 54a4f0239f2e ("tcp: add a list")', 'Signed-off-by: Ada Made <ada@made.example>'],
        },
      },
      { given: { subject: '[PATCH net] MAINTAINERS: drop a name', diff: exampleDiff('MAINTAINERS', ['-M:\tA']) } },
    ],
  },
  {
    ...NET,
    name: 'net-next-closed',
    title: 'net-next is closed',
    severity: 'error',
    sources: [{ file, heading: 'git trees and patch flow', phrase: 'Do not send new ``net-next`` content to netdev' }],
    covers: ['NET-03'],
    why: 'In the merge window nobody takes new code; such patches are set to Deferred unread and must be sent again.',
    next: 'Wait for -rc1 (https://netdev.bots.linux.dev/net-next.html says when), or send it as an RFC.',
    look: (checked) => {
      const [patch] = checked.series.mails;
      const { calendar } = checked.facts;
      if (!patch || !isForNext(checked)) return undefined;
      if (!calendar.known) return { unknown: calendar.because, settle: calendar.settle };
      if (calendar.value.isStale) return staleTree(calendar.value);
      if (!calendar.value.isMergeWindow) return [];
      return [{ patch, what: `This is for net-next, and ${calendar.value.tag} is out without the next -rc1.` }];
    },
    examples: [
      { given: { subject: '[PATCH net-next] tcp: count', diff }, facts: { calendar: inWindow }, finds: 'v6.12 is out' },
      { given: { subject: '[PATCH net-next] tcp: count', diff }, unknown: 'Nothing was gathered' },
      { given: { subject: '[PATCH net-next] tcp: count', diff }, facts: { calendar: openTree } },
      { given: { subject: '[RFC PATCH net-next] tcp: count', diff }, facts: { calendar: inWindow } },
      { given: { subject: '[PATCH net] tcp: count', diff }, facts: { calendar: inWindow } },
    ],
  },
  {
    ...NET,
    name: 'netdev-series-too-long',
    title: 'more than 15 patches in one series',
    severity: 'warning',
    sources: [{ file, heading: 'Dividing work into patches', phrase: 'Avoid sending series longer than 15 patches' }],
    covers: ['SER-01'],
    why: 'Nobody finds the hour that a long series needs, so it waits; short ones go in quickly.',
    next: 'Split it, and send the first part alone.',
    look: ({ series }) => {
      const [patch] = series.mails;
      const count = Math.max(series.patches.length, series.total ?? 0);
      return patch && count > 15 ? [{ patch, what: `The series has ${count} patches.` }] : [];
    },
    examples: [
      { given: { subject: '[PATCH net-next 1/16] tcp: count', diff }, finds: 'has 16 patches' },
      { given: { subject: '[PATCH net-next 1/15] tcp: count', diff } },
    ],
  },
  {
    ...NET,
    name: 'netdev-user-space-in-series',
    title: 'patches for iproute2 and for the kernel in one series',
    severity: 'error',
    sources: [
      {
        file,
        heading: 'Co-posting changes to user space components',
        phrase: 'user space patches should form separate series',
      },
    ],
    covers: ['NET-16'],
    why: 'Patchwork takes a thread as one series and would apply all of it to one repository.',
    next: 'Send them as two series, and link the one from the other.',
    look: ({ series }) => {
      const tools = series.mails.filter(({ subject }) => subject.trees.some((tree) => /^iproute2/i.test(tree)));
      const [patch] = tools;
      if (!patch || tools.length === series.mails.length) return [];
      return [{ patch, what: `"${patch.subject.text}" is for iproute2, the rest of the series for the kernel.` }];
    },
    examples: [
      {
        given: [
          { subject: '[PATCH net-next 1/2] tcp: count', diff },
          { subject: '[PATCH iproute2-next 2/2] ss: show', diff: exampleDiff('misc/ss.c', ['+\ta();']) },
        ],
        finds: 'is for iproute2',
      },
      { given: { subject: '[PATCH iproute2-next] ss: show', diff: exampleDiff('misc/ss.c', ['+\ta();']) } },
    ],
  },
];
