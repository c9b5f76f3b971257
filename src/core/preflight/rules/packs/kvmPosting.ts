import type { PatchMail } from '../../../patch/patchMail.ts';
import { type Checked, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isPartlyOf, isWhollyOf } from './isWhollyOf.ts';
import { isFix, saysFix } from './saysFix.ts';
import { seriesPaths } from './seriesPaths.ts';

const file = 'Documentation/process/maintainer-kvm-x86.rst';
const KVM = { group: 'subsystem', pack: 'kvm-x86' } as const;
const FIXES = 'Fixes: 54a4f0239f2e ("KVM: x86: Count")';
const STABLE = 'Cc: stable@vger.kernel.org';
const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const diff = exampleDiff('arch/x86/kvm/x86.c', ['+\tcount();']);
const tests = exampleDiff('tools/testing/selftests/kvm/x86_64/count.c', ['+\tcount();']);
const patch = (summary: string, ...trailers: readonly string[]) => ({
  subject: `[PATCH] ${summary}`,
  diff,
  trailers: [...trailers, SIGNED],
});

const has = ({ trailers }: PatchMail, token: RegExp, value = /./): boolean =>
  trailers.some((one) => token.test(one.token) && value.test(one.value));
const isForStable = (mail: PatchMail): boolean => has(mail, /^cc$/i, /stable@(?:vger\.)?kernel\.org/);

// What nobody calls so unless something went wrong for a guest or the host.
const SURE_BUG =
  /\b(?:use[- ]after[- ]free|UAF|null[- ]pointer|out[- ]of[- ]bounds|memory leak|deadlock|double[- ]free|crash)\b/i;
const isKernelFile = (path: string): boolean => /^arch\/|^virt\/|^include\//.test(path);

const fixWithoutTag = (mail: PatchMail): readonly Finding[] => {
  const { subject } = mail;
  if (/^revert\b/i.test(subject.summary) || has(mail, /^fixes$/i)) return [];
  if (!mail.diff.some(({ path }) => isKernelFile(path)) || !saysFix(subject.summary, subject.prefix)) return [];
  const isSure = isForStable(mail) || SURE_BUG.test(subject.summary);
  const what = `"${subject.summary}" says that it fixes something and has no Fixes tag.`;
  return [{ patch: mail, severity: isSure ? 'error' : 'warning', what }];
};

const notForStable = (mail: PatchMail): readonly Finding[] => {
  const fixes = mail.trailers.find(({ token }) => /^fixes$/i.test(token));
  if (!fixes || isForStable(mail)) return [];
  const line = { text: fixes.lines[0] ?? '', at: fixes.at };
  return [{ patch: mail, line, what: 'Do stable kernels need this fix? KVM x86 takes no Fixes tag as a wish for it.' }];
};

const sentAsReply = ({ series, facts }: Checked): readonly Finding[] | undefined => {
  if (!series.patches.some((mail) => isWhollyOf(mail, 'kvm-x86', facts))) return undefined;
  const own = new Set(series.mails.map(({ messageId }) => messageId));
  for (const mail of series.mails) {
    const to = mail.inReplyTo.find((id) => !own.has(id));
    if (to !== undefined) return [{ patch: mail, what: `The series answers <${to}>, which is none of its own mails.` }];
  }
  return [];
};

const VERSION_LINK =
  /(?:\bv\d{1,2}\b.{0,40}https?:\/\/(?:lore|lkml|patchwork)\.|^Link: https?:.{1,200}#\s*\[?v\d{1,2}\b)/i;

const linksVersion = (mail: PatchMail): readonly Finding[] => {
  const line = mail.message.find(({ text }) => VERSION_LINK.test(text.slice(0, 400)));
  return line ? [{ patch: mail, line, what: 'The message links a former version; it would stay in the history.' }] : [];
};

const NEW =
  /^(?:Add (?:initial |basic )?(?:support|virtualization)|Enable|Virtualize|Introduce|Implement|Support|Emulate)\b/;
const CPUID_ONLY = /\b(?:advertise|CPUID|report)\b/i;

const featureWithoutTest = ({ series, facts }: Checked): readonly Finding[] | undefined => {
  const { mails, patches } = series;
  const found = patches.find(
    (mail) =>
      isWhollyOf(mail, 'kvm-x86', facts)
      && mail.diff.some(({ path }) => isKernelFile(path))
      && NEW.test(mail.subject.summary.slice(mail.subject.prefix.length))
      && !CPUID_ONLY.test(mail.subject.summary),
  );
  if (!found || mails.some(({ subject }) => subject.isRfc)) return undefined;
  if (seriesPaths(series).some((path) => path.startsWith('tools/testing/selftests/'))) return [];
  const texts = [series.cover, found].flatMap((mail) => [...(mail?.message ?? []), ...(mail?.below ?? [])]);
  if (texts.some(({ text }) => /\bself-?tests?\b|unit[- ]tests?\b|\btested\b/i.test(text.slice(0, 400)))) return [];
  return [{ patch: found, what: 'Is there a test for the new feature? The series has none and speaks of none.' }];
};

const SHOWN = new RegExp(
  [
    'reproduc|syz(?:bot|kaller)|selftest|unit[- ]test|smatch|sparse|coverity|build|compil',
    '\\b(?:KASAN|KCSAN|UBSAN|WARNING|BUG|Call Trace)\\b|(?:found|by) (?:code )?inspection',
  ].join('|'),
  'i',
);

const fixUnshown = (mail: PatchMail): readonly Finding[] => {
  if (!isFix(mail) || !mail.diff.some(({ path }) => isKernelFile(path))) return [];
  if ([...mail.message, ...mail.below].some(({ text }) => SHOWN.test(text.slice(0, 400)))) return [];
  return [{ patch: mail, what: 'How can others see the bug, and that it is gone? The message names no reproducer.' }];
};

const ASKS = /\?|\b(?:feedback|comments?|opinions?|thoughts|suggestions?|input|open (?:questions?|issues?))\b/i;

const rfcAsksNothing = ({ series, facts }: Checked): readonly Finding[] | undefined => {
  const [first] = series.mails;
  if (!first?.subject.isRfc || !series.patches.some((mail) => isPartlyOf(mail, 'kvm-x86', facts))) return undefined;
  const texts = [...first.message, ...first.below];
  return texts.some(({ text }) => ASKS.test(text.slice(0, 400)))
    ? []
    : [{ patch: first, what: 'What should reviewers of this RFC say something to? It does not tell.' }];
};

/** How patches for KVM x86 are posted. */
export const kvmPosting: readonly PreflightRule[] = [
  {
    ...KVM,
    name: 'kvm-fix-without-fixes-tag',
    title: 'a fix of KVM has no Fixes tag',
    severity: 'warning',
    sources: [{ file, heading: 'Fixes', phrase: 'add a Fixes: tag even if the change' }],
    covers: ['KVM-05', 'TAG-08'],
    why: 'KVM x86 wants the tag on every fix, backported or not: it tells where the bug came from.',
    next: 'Find the commit with git blame or git log -S, and add: Fixes: 12 digits ("its subject").',
    look: eachPatch((mail, { facts }) => (isWhollyOf(mail, 'kvm-x86', facts) ? fixWithoutTag(mail) : [])),
    examples: [
      { given: patch('KVM: x86: Fix the count'), finds: 'has no Fixes tag' },
      { given: patch('KVM: x86: Fix a use-after-free of the list'), finds: 'has no Fixes tag' },
      { given: patch('KVM: x86: Fix the count', FIXES) },
      { given: patch('KVM: x86: Fix typo in comment') },
      { given: { ...patch('KVM: selftests: Fix the count'), diff: tests } },
    ],
  },
  {
    ...KVM,
    name: 'kvm-fix-not-marked-for-stable',
    title: 'a fix with a Fixes tag is not marked for stable',
    severity: 'note',
    sources: [{ file, heading: 'Fixes', phrase: 'KVM x86 opts out of backporting' }],
    covers: ['KVM-05'],
    why: 'Elsewhere the Fixes tag alone often brings a fix to the stable kernels; here it does not.',
    next: 'If they need it, add to the tags: Cc: stable@vger.kernel.org',
    look: eachPatch((mail, { facts }) => (isWhollyOf(mail, 'kvm-x86', facts) ? notForStable(mail) : [])),
    examples: [
      { given: patch('KVM: x86: Fix the count', FIXES), finds: 'Do stable kernels need' },
      { given: patch('KVM: x86: Fix the count', FIXES, STABLE) },
      { given: patch('KVM: x86: Count once') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-series-sent-as-reply',
    title: 'the series is sent as an answer to another mail',
    severity: 'error',
    sources: [{ file, heading: 'Links', phrase: 'Do not explicitly reference bug reports, prior versions' }],
    covers: ['KVM-12'],
    why: 'Threads of several versions become unreadable, and who has not the older mail sees no link at all.',
    next: 'Send it without --in-reply-to, and put a lore link into the cover letter or below the ---.',
    look: sentAsReply,
    examples: [
      { given: { ...patch('KVM: x86: Count'), headers: { 'In-Reply-To': '<v1@made.example>' } }, finds: '<v1@made' },
      { given: patch('KVM: x86: Count') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-version-linked-in-message',
    title: 'the message links a former version',
    severity: 'warning',
    sources: [{ file, heading: 'Links', phrase: 'put the link in the cover letter or' }],
    covers: ['KVM-12'],
    why: 'The history need not tell which versions there were.',
    next: 'Move the link below the --- or into the cover letter. Links to bug reports and discussions stay.',
    look: eachPatch((mail, { facts }) => (isPartlyOf(mail, 'kvm-x86', facts) ? linksVersion(mail) : [])),
    examples: [
      {
        given: { ...patch('KVM: x86: Count'), body: 'Count once.\n\nv1: https://lore.kernel.org/kvm/1@made.example' },
        finds: 'links a former version',
      },
      {
        given: patch('KVM: x86: Count', 'Link: https://lore.kernel.org/r/1@made.example # v1'),
        finds: 'links a former',
      },
      { given: patch('KVM: x86: Count', 'Link: https://lore.kernel.org/r/1@made.example') },
      { given: { ...patch('KVM: x86: Count'), below: 'v1: https://lore.kernel.org/kvm/1@made.example' } },
    ],
  },
  {
    ...KVM,
    name: 'kvm-feature-without-test',
    title: 'a new feature comes without a test',
    severity: 'note',
    sources: [{ file, heading: 'New Features', phrase: 'new features *must* come with test coverage' }],
    covers: ['KVM-10'],
    why: 'KVM x86 takes no feature that nothing tests, but for plain entries of CPUID.',
    next: 'Add a selftest below tools/testing/selftests/kvm/, or say which existing test or guest covers it.',
    look: featureWithoutTest,
    examples: [
      { given: patch('KVM: x86: Add support for the count'), finds: 'Is there a test' },
      { given: patch('KVM: x86: Advertise the count in CPUID') },
      { given: { ...patch('KVM: x86: Add support for the count'), body: 'Covered by the selftest count_test.' } },
      {
        given: { ...patch('KVM: x86: Add support for the count'), subject: '[RFC PATCH] KVM: x86: Add support for a' },
      },
    ],
  },
  {
    ...KVM,
    name: 'kvm-fix-without-reproducer',
    title: 'a fix does not tell how to see the bug',
    severity: 'note',
    sources: [{ file, heading: 'Bug Fixes', phrase: 'reproducer for the bug being fixed' }],
    covers: ['KVM-10'],
    why: 'Without one nobody can check that the bug is gone, or notice when it returns.',
    next: 'Add a selftest or say how to trigger it; a bug found by reading the code needs just these words.',
    look: eachPatch((mail, { facts }) => (isWhollyOf(mail, 'kvm-x86', facts) ? fixUnshown(mail) : [])),
    examples: [
      { given: patch('KVM: x86: Fix the count', FIXES), finds: 'names no reproducer' },
      { given: { ...patch('KVM: x86: Fix the count', FIXES), body: 'Found by inspection.' } },
      { given: patch('KVM: x86: Count once') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-rfc-without-question',
    title: 'an RFC does not say what feedback is wanted',
    severity: 'note',
    sources: [{ file, heading: 'New Features', phrase: 'state what type of feedback is requested' }],
    covers: ['KVM-14'],
    why: 'An RFC gets no deep review; what is not asked is hardly answered.',
    next: 'Say in the cover letter, or below the ---, what you want to know.',
    look: rfcAsksNothing,
    examples: [
      { given: { subject: '[RFC PATCH] KVM: x86: Count', diff, body: 'Count once.' }, finds: 'reviewers of this RFC' },
      { given: { subject: '[RFC PATCH] KVM: x86: Count', diff, below: 'Is one list enough?' } },
      { given: { subject: '[PATCH] KVM: x86: Count', diff, body: 'Count once.' } },
    ],
  },
];
