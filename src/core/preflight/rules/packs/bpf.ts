import type { PatchMail } from '../../../patch/patchMail.ts';
import { known } from '../../known.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { staleTree } from '../../staleTree.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isWhollyOf } from './isWhollyOf.ts';
import { saysFix } from './saysFix.ts';
import { seriesPaths } from './seriesPaths.ts';

const file = 'Documentation/bpf/bpf_devel_QA.rst';
const TREE = 'Q: How do I indicate which tree (bpf vs. bpf-next) my patch should be applied to?';
const MINIMUM = 'Q: What is the minimum requirement before I submit my BPF patches?';
const BPF = { group: 'subsystem', pack: 'bpf' } as const;
const diff = exampleDiff('kernel/bpf/core.c', [' {', '-\ta();', '+\tb();', ' }']);
const verifier = exampleDiff('kernel/bpf/verifier.c', [' {', '-\ta();', '+\tb();', ' }']);
const calendar = (isMergeWindow: boolean) =>
  known({ tag: 'v6.12', date: '2026-11-20T00:00:00Z', isMergeWindow, isStale: false });

const isFor = ({ subject }: PatchMail, tree: string): boolean =>
  subject.trees.some((mark) => mark.toLowerCase() === tree);

/** The two BPF trees. */
export const bpf: readonly PreflightRule[] = [
  {
    ...BPF,
    name: 'bpf-tree-not-named',
    title: 'the subject does not say bpf or bpf-next',
    severity: 'warning',
    sources: [{ file, heading: TREE, phrase: 'The subject line must indicate whether the' }],
    covers: ['BPF-01'],
    why: 'The tests of the BPF robots start on the tree that the subject names.',
    next: 'For a fix: git format-patch --subject-prefix="PATCH bpf"; for all else: --subject-prefix="PATCH bpf-next".',
    look: eachPatch((patch, { facts }) => {
      // The library and the tool live in the same trees, but net is as good where it is not clear.
      if (patch.subject.trees.some((mark) => /^(?:bpf|net)(?:-next)?$|^dwarves$/i.test(mark))) return [];
      if (!isWhollyOf(patch, 'bpf', facts)) return [];
      return [{ patch, what: `The brackets of "${patch.subject.text}" name neither bpf nor bpf-next.` }];
    }),
    examples: [
      { given: { subject: '[PATCH] bpf: Count once', diff }, finds: 'neither bpf nor bpf-next' },
      { given: { subject: '[PATCH bpf-next v3 1/1] bpf: Count once', diff } },
      { given: { subject: '[PATCH net] bpf: Count once', diff } },
    ],
  },
  {
    ...BPF,
    name: 'bpf-fix-without-fixes-tag',
    title: 'a BPF fix has no Fixes tag',
    severity: 'warning',
    sources: [{ file, heading: MINIMUM, phrase: 'fixes that go to bpf tree *must* have' }],
    covers: ['BPF-04', 'TAG-08'],
    why: 'Follow-ups and backports find their way by this tag; the BPF maintainers call it a must.',
    next: 'Find the commit with git blame or git log -S, and add: Fixes: 12 digits ("its subject").',
    look: eachPatch((patch, { facts }) => {
      const { subject, trailers, diff: files } = patch;
      // A neighbour's fix may come along in the series; its own maintainers ask for its tag.
      if (!isFor(patch, 'bpf') && !isWhollyOf(patch, 'bpf', facts)) return [];
      if (trailers.some(({ token }) => /^fixes$/i.test(token)) || /^revert\b/i.test(subject.summary)) return [];
      if (files.every(({ path }) => /^(?:tools\/testing|Documentation|samples)\/|^MAINTAINERS$/.test(path))) return [];
      if (!saysFix(subject.summary, subject.prefix)) return [];
      const severity = isFor(patch, 'bpf') ? 'error' : 'warning';
      return [{ patch, severity, what: `"${subject.summary}" says that it fixes something and has no Fixes tag.` }];
    }),
    examples: [
      { given: { subject: '[PATCH bpf] bpf: Fix the count', diff }, finds: 'has no Fixes tag' },
      { given: { subject: '[PATCH bpf-next] bpf: Fix the count', diff }, finds: 'has no Fixes tag' },
      { given: { subject: '[PATCH bpf-next] bpf: Fix typo in comment', diff } },
      { given: { subject: '[PATCH bpf-next] bpf: Add a count', diff } },
      { given: { subject: '[PATCH bpf-next] tcp: Fix the count', diff: exampleDiff('net/ipv4/tcp.c', ['+\tb();']) } },
      {
        given: {
          subject: '[PATCH bpf] bpf: Fix the count',
          diff,
          trailers: ['Fixes: 54a4f0239f2e ("bpf: Count")', 'Signed-off-by: A B <a@b.example>'],
        },
      },
    ],
  },
  {
    ...BPF,
    name: 'bpf-series-without-cover-letter',
    title: 'a BPF series has no cover letter',
    severity: 'error',
    sources: [{ file, heading: MINIMUM, phrase: 'patch must have a cover letter' }],
    covers: ['BPF-06', 'SER-07'],
    why: 'Its text becomes the merge commit that the BPF maintainers write.',
    next: 'git format-patch --cover-letter start..finish, and describe the whole in it.',
    look: ({ series }) => {
      const [patch] = series.patches;
      if (!patch || series.patches.length < 2 || series.cover) return [];
      return [{ patch, what: `${series.patches.length} patches come without a cover letter.` }];
    },
    examples: [
      {
        given: [
          { subject: '[PATCH bpf-next 1/2] bpf: Count', diff },
          { subject: '[PATCH bpf-next 2/2] bpf: Show', diff },
        ],
        finds: '2 patches come without',
      },
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff } },
    ],
  },
  {
    ...BPF,
    name: 'bpf-verifier-without-selftest',
    title: 'the verifier is changed without a selftest',
    severity: 'note',
    sources: [
      { file, heading: 'Q: Verifier changes and test cases', phrase: 'absolutely necessary to add test cases' },
    ],
    covers: ['BPF-07'],
    why: 'Behaviour of the verifier that no test holds fast may be changed again by anybody.',
    next: 'Add a test below tools/testing/selftests/bpf/ to the series, or say why the behaviour stays the same.',
    look: ({ series }) => {
      const patch = series.patches.find(({ diff: files }) =>
        files.some(({ path }) => path === 'kernel/bpf/verifier.c'),
      );
      if (!patch) return undefined;
      if (seriesPaths(series).some((path) => path.startsWith('tools/testing/selftests/bpf/'))) return [];
      return [
        { patch, what: 'Does the verifier behave differently now? No patch of the series touches the BPF selftests.' },
      ];
    },
    examples: [
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff: verifier }, finds: 'behave differently' },
      {
        given: {
          subject: '[PATCH bpf-next] bpf: Count',
          diff: `${verifier}${exampleDiff('tools/testing/selftests/bpf/progs/a.c', ['+\ta();'])}`,
        },
      },
    ],
  },
  {
    ...BPF,
    name: 'bpf-next-not-processed',
    title: 'bpf-next is not processed in the merge window',
    severity: 'warning',
    sources: [
      {
        file,
        heading: 'Q: Are patches applied to bpf-next when the merge window is open?',
        phrase: 'merge window is open, bpf-next will not be',
      },
    ],
    covers: ['BPF-08'],
    why: 'What comes in these two weeks is mostly asked for again afterwards.',
    next: 'Send it when -rc1 is out.',
    look: ({ series, facts }) => {
      const patch = series.mails.find((mail) => isFor(mail, 'bpf-next'));
      if (!patch || patch.subject.isRfc) return undefined;
      if (!facts.calendar.known) return { unknown: facts.calendar.because, settle: facts.calendar.settle };
      if (facts.calendar.value.isStale) return staleTree(facts.calendar.value);
      if (!facts.calendar.value.isMergeWindow) return [];
      return [{ patch, what: `This is for bpf-next, and ${facts.calendar.value.tag} is out without the next -rc1.` }];
    },
    examples: [
      {
        given: { subject: '[PATCH bpf-next] bpf: Count', diff },
        facts: { calendar: calendar(true) },
        finds: 'v6.12 is out',
      },
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff }, facts: { calendar: calendar(false) } },
      { given: { subject: '[PATCH bpf] bpf: Count', diff }, facts: { calendar: calendar(true) } },
    ],
  },
];
