import type { PatchMail } from '../../../patch/patchMail.ts';
import { prose } from '../../../patch/prose.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { mendSubject } from '../form/mendSubject.ts';
import { isWhollyOf } from './isWhollyOf.ts';
import { lowerCaseSummary } from './lowerCaseSummary.ts';
import { plainFunctionNames } from './plainFunctionNames.ts';
import { pronounInMessage } from './pronounInMessage.ts';

const file = 'Documentation/process/maintainer-kvm-x86.rst';
const KVM = { group: 'subsystem', pack: 'kvm-x86' } as const;
const TOPICS = ['x86', 'x86/mmu', 'x86/pmu', 'x86/xen', 'selftests', 'SVM', 'nSVM', 'VMX', 'nVMX'];
const diff = exampleDiff('arch/x86/kvm/x86.c', ['-\tfirst();', '+\tcount_all();']);
const subject = (summary: string) => ({ subject: `[PATCH] ${summary}`, diff });
const body = (text: string) => ({ subject: '[PATCH] KVM: x86: Count once', diff, body: text });

const ofKvm = (look: (patch: PatchMail) => readonly Finding[]) =>
  eachPatch((patch, { facts }) => (isWhollyOf(patch, 'kvm-x86', facts) ? look(patch) : []));

const scope = (patch: PatchMail): readonly Finding[] => {
  const { summary, summaryAt, text, prefix } = patch.subject;
  if (/^revert\b/i.test(summary) || /^KVM: (?:[\w/-]+, ?)*[\w/-]+:/.test(summary) === false) return notKvm(patch);
  const topic = /^KVM: ([\w/-]+):/.exec(summary)?.[1];
  if (topic === undefined || TOPICS.includes(topic)) return [];
  const start = summaryAt + 'KVM: '.length;
  const span = [start, start + topic.length] as const;
  const meant = TOPICS.find((one) => one.toLowerCase() === topic.toLowerCase());
  if (meant === undefined) {
    const what = `Is "${topic}" a topic of KVM x86? Its document does not list it.`;
    return [{ patch, span, severity: 'note', what }];
  }
  const put = text.slice(0, start) + meant + text.slice(start + topic.length);
  const mend = mendSubject(patch, `Write ${meant} as KVM does`, put);
  const what = `"${prefix.trim()}" names the topic ${meant} in other letters.`;
  return [{ patch, span, what, ...(mend && { mend }) }];
};

/** The prefix is none of KVM's: an error where the document names it as wrong. */
const notKvm = (patch: PatchMail): readonly Finding[] => {
  const { summary, summaryAt } = patch.subject;
  if (/^revert\b/i.test(summary)) return [];
  const wrong = /^(?:x86\/kvm|kvm(?=: ?(?:x86|[ns]?[sv][vm][mx]|selftests)\b))/i.exec(summary)?.[0];
  const isPlain = wrong !== undefined && wrong !== 'KVM';
  const end = summaryAt + (wrong?.length ?? Math.min(summary.length, 20));
  return [
    {
      patch,
      span: [summaryAt, end],
      severity: isPlain ? 'error' : 'warning',
      what: isPlain
        ? `The prefix begins with "${wrong}", which KVM x86 names as the wrong one.`
        : 'The summary does not begin with "KVM: <topic>:".',
    },
  ];
};

// Present tense, third person or passive: what such a paragraph begins with is no order.
const ORDERS = [
  "Add|Allow|Always|Avoid|Bail|Call|Change|Check|Clean|Clear|Convert|Defer|Delete|Disable|Do|Don't",
  'Drop|Enable|Ensure|Explicitly|Extend|Extract|Fix|Fold|Force|Handle|Ignore|Initialize|Inject',
  'Introduce|Make|Mark|Move|Open|Pass|Prevent|Provide|Reject|Refactor|Remove|Rename|Replace|Reset',
  'Restore|Return|Rework|Save|Set|Skip|Split|Stop|Store|Switch|Track|Treat|Unconditionally|Update',
  'Use|WARN|Wrap|Zero',
];
const ORDER = new RegExp(`^(?:${ORDERS.join('|')})\\b`);

const toldLate = (patch: PatchMail): readonly Finding[] => {
  const paragraphs = prose(patch);
  const at = paragraphs.findIndex(({ text }) => ORDER.test(text));
  const found = paragraphs[at];
  const [line] = found?.lines ?? [];
  if (at < 2 || !found || !line) return [];
  const what = `Is this what the patch does? It comes in paragraph ${at + 1}: "${found.text.slice(0, 60)}"`;
  return [{ patch, line, what }];
};

/** How KVM x86 writes subjects and messages. */
export const kvmMessage: readonly PreflightRule[] = [
  {
    ...KVM,
    name: 'kvm-scope-wrong',
    title: 'the prefix is not "KVM: <topic>:"',
    severity: 'error',
    sources: [{ file, heading: 'Shortlog', phrase: 'All names are case sensitive!' }],
    covers: ['KVM-01', 'KVM-02'],
    why: 'Maintainers of KVM find their patches by it; x86/kvm means Linux as a guest, which others maintain.',
    next: `Write KVM: and one of ${TOPICS.join(', ')}, in these letters: git commit --amend.`,
    look: ofKvm(scope),
    examples: [
      { given: subject('kvm: vmx: Count once'), finds: 'begins with "kvm"' },
      { given: subject('x86/kvm: Count once'), finds: 'begins with "x86/kvm"' },
      { given: subject('KVM: vmx: Count once'), finds: 'names the topic VMX' },
      { given: subject('KVM: SEV: Count once'), finds: 'Is "SEV" a topic' },
      { given: subject('Count once'), finds: 'does not begin with' },
      { given: subject('KVM: x86/mmu: Count once') },
      { given: subject('KVM: nSVM: Count once') },
      { given: subject('Revert "kvm: vmx: Count once"') },
      { given: { subject: '[PATCH] x86/kvm: Count', diff: exampleDiff('arch/x86/kernel/kvm.c', ['+\ta();']) } },
    ],
  },
  {
    ...KVM,
    name: 'kvm-summary-lower-case',
    title: 'the description begins with a small letter',
    severity: 'warning',
    sources: [{ file, heading: 'Shortlog', phrase: 'Capitalize the first word of the condensed' }],
    covers: ['KVM-03'],
    why: 'KVM x86 holds its log to one form; the maintainer would have to edit the subject.',
    next: 'Begin it with a capital: git commit --amend.',
    look: ofKvm(lowerCaseSummary),
    examples: [
      { given: subject('KVM: x86: count once'), finds: '"count" behind the prefix' },
      { given: subject('KVM: x86: Count once') },
      { given: subject('KVM: x86: kvm_count() comes first') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-change-told-late',
    title: 'the message tells the change after two paragraphs of background',
    severity: 'note',
    sources: [{ file, heading: 'Changelog', phrase: 'a short blurb on the actual changes' }],
    covers: ['KVM-04'],
    why: 'KVM x86, unlike the tip tree, wants to read first what is changed, then why.',
    next: 'Begin with one sentence on what the patch does, then give the background.',
    look: ofKvm(toldLate),
    examples: [
      {
        given: body('The list is counted twice.\n\nSo the sum is wrong for the guest.\n\nRemove the second sum.'),
        finds: 'in paragraph 3',
      },
      { given: body('Use one sum for the list.\n\nIt was counted twice.\n\nRemove the second sum, too.') },
      { given: body('The list is counted twice.\n\nCount it once.') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-message-has-pronouns',
    title: 'the message says we or I',
    severity: 'warning',
    sources: [{ file, heading: 'Changelog', phrase: 'using imperative mood and avoid pronouns' }],
    covers: ['TIP-05'],
    why: 'In a virtual machine "we" may be host, guest or hypervisor: the reader has to guess who does it.',
    next: 'Name who does it (KVM, the guest, userspace), or give an order.',
    look: ofKvm(pronounInMessage),
    examples: [
      { given: body('If the list is empty we return at once.'), finds: 'says "we"' },
      { given: body('Return at once if the guest does I/O.') },
    ],
  },
  {
    ...KVM,
    name: 'kvm-function-without-brackets',
    title: 'a function is named without brackets',
    severity: 'note',
    sources: [
      { file, heading: 'Function References', phrase: 'parentheses provide context and disambiguate the reference' },
    ],
    covers: ['TIP-04'],
    why: 'With brackets nobody takes it for a variable or a flag.',
    next: 'Write function_name().',
    look: ofKvm(plainFunctionNames),
    examples: [
      { given: body('The list is counted by count_all since then.'), finds: 'the function count_all()' },
      { given: body('The list is counted by count_all() since then.') },
    ],
  },
];
