import { isResend, isRfc } from '../../../series/patchSeries.ts';
import type { FormerVersion } from '../../facts.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Looked, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { formerVersion } from './formerVersion.ts';
import { isPartlyOf } from './isWhollyOf.ts';
import { listMissing } from './listMissing.ts';

const file = 'Documentation/bpf/bpf_devel_QA.rst';
const TREE = 'Q: How do I indicate which tree (bpf vs. bpf-next) my patch should be applied to?';
const BPF = { group: 'subsystem', pack: 'bpf' } as const;
const LIST = 'bpf@vger.kernel.org';
const diff = exampleDiff('kernel/bpf/core.c', [' {', '-\ta();', '+\tb();', ' }']);
const former = (total: number): FormerVersion => ({
  series: { version: 1, patches: [], mails: [], total },
  date: '2026-11-20T10:00:00Z',
  patchIds: [],
});
const thread = (versions: readonly FormerVersion[]) => known({ versions, replies: [] });

const unnumbered = ({ series, facts }: Checked): Looked => {
  const [patch] = series.mails;
  if (!patch || isResend(series)) return undefined;
  // A first posting is the usual case: that its thread was not looked for says nothing against it.
  if (!facts.thread.known) return undefined;
  // What was sent as a request for comments may start anew.
  const before = facts.thread.value.versions.filter(({ series: sent }) => !isRfc(sent));
  if (!before.some(({ series: sent }) => sent.version >= series.version)) return [];
  const seen = series.version === 1 ? 'has no version number' : `is numbered v${series.version} again`;
  return [{ patch, what: `This series was sent before, and "${patch.subject.text}" ${seen}.` }];
};

const inPart = (checked: Checked): Looked => {
  const { series, facts } = checked;
  const [patch] = series.mails;
  if (!patch || series.version < 2) return undefined;
  if (!facts.thread.known) return { unknown: facts.thread.because, settle: facts.thread.settle };
  const before = formerVersion(checked, facts.thread.value);
  const had = before ? Math.max(before.series.total ?? 0, before.series.patches.length) : 0;
  const has = Math.max(series.total ?? 0, series.patches.length);
  if (has >= had) return [];
  return [{ patch, what: `Were patches dropped on purpose? The version before had ${had}, this one has ${has}.` }];
};

/** How BPF patches are posted. */
export const bpfPosting: readonly PreflightRule[] = [
  {
    ...BPF,
    name: 'bpf-list-not-addressed',
    title: 'the BPF list does not get the mail',
    severity: 'warning',
    sources: [
      {
        file,
        heading: 'Q: To which mailing list do I need to submit my BPF patches?',
        phrase: 'submit your BPF patches to the bpf',
      },
    ],
    covers: ['RCP-01'],
    why: 'Its robots test what comes over that list, and its maintainers read nothing else.',
    next: `git send-email --to=${LIST} FILE`,
    look: listMissing({ lists: [LIST], isMeant: (patch, { facts }) => isPartlyOf(patch, 'bpf', facts) }),
    examples: [
      { given: { diff, headers: { To: 'netdev@vger.kernel.org' } }, finds: `lacks ${LIST}` },
      { given: { diff, headers: { To: LIST } } },
      { given: { diff } },
    ],
  },
  {
    ...BPF,
    name: 'bpf-version-not-numbered',
    title: 'a new version without its number',
    severity: 'error',
    sources: [{ file, heading: TREE, phrase: 'it is also required to add a version' }],
    covers: ['BPF-02'],
    why: 'Patchwork and the robots tell the versions apart by the number.',
    next: "git format-patch --subject-prefix='PATCH bpf-next v2' start..finish",
    look: unnumbered,
    examples: [
      {
        given: { subject: '[PATCH bpf-next] bpf: Count', diff },
        facts: { thread: thread([former(1)]) },
        finds: 'was sent before',
      },
      { given: { subject: '[PATCH bpf-next v2] bpf: Count', diff }, facts: { thread: thread([former(1)]) } },
      { given: { subject: '[RESEND PATCH bpf-next] bpf: Count', diff }, facts: { thread: thread([former(1)]) } },
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff }, facts: { thread: thread([]) } },
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff } },
    ],
  },
  {
    ...BPF,
    name: 'bpf-series-sent-in-part',
    title: 'a new version with only some of the patches',
    severity: 'note',
    sources: [{ file, heading: TREE, phrase: 'always send the whole patch series again' }],
    covers: ['BPF-03'],
    why: 'A series is applied as one; changes on top of an old posting cannot be tested by the robots.',
    next: 'Send all patches again, with what was asked for worked in.',
    look: inPart,
    examples: [
      {
        given: { subject: '[PATCH bpf-next v2] bpf: Count', diff },
        facts: { thread: thread([former(3)]) },
        finds: 'had 3, this one has 1',
      },
      { given: { subject: '[PATCH bpf-next v2] bpf: Count', diff }, facts: { thread: thread([former(1)]) } },
      { given: { subject: '[PATCH bpf-next v2] bpf: Count', diff }, unknown: 'Nothing was gathered' },
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff } },
    ],
  },
  {
    ...BPF,
    name: 'bpf-message-empty',
    title: 'a BPF patch without a commit message',
    severity: 'error',
    sources: [
      {
        file,
        heading: 'Q: What is the minimum requirement before I submit my BPF patches?',
        phrase: 'accept patches with an empty commit message',
      },
    ],
    covers: ['BPF-05'],
    why: 'A month from now somebody has to see why it was done this way; BPF maintainers do not take it without.',
    next: 'Write what is wrong or missing, who meets it, and why it is solved this way: git commit --amend.',
    look: eachPatch((patch) => {
      if (patch.body.some(({ text }) => /\p{L}{2}/u.test(text) && !/^[A-Z][\w-]{1,40}: /.test(text))) return [];
      return [{ patch, what: `"${patch.subject.summary}" has no text below its summary.` }];
    }),
    examples: [
      { given: { subject: '[PATCH bpf-next] bpf: Count', body: '', diff }, finds: 'has no text' },
      { given: { subject: '[PATCH bpf-next] bpf: Count', body: '...', diff }, finds: 'has no text' },
      { given: { subject: '[PATCH bpf-next] bpf: Count', diff } },
    ],
  },
];
