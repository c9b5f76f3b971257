import type { PatchMail } from '../../../patch/patchMail.ts';
import { prose } from '../../../patch/prose.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isWhollyOf } from './isWhollyOf.ts';
import { lowerCaseSummary } from './lowerCaseSummary.ts';
import { plainFunctionNames } from './plainFunctionNames.ts';
import { pronounInMessage } from './pronounInMessage.ts';

const file = 'Documentation/process/maintainer-tip.rst';
const TIP = { group: 'subsystem', pack: 'tip' } as const;
const diff = exampleDiff('arch/x86/mm/init.c', ['-\tfirst();', '+\tcount_all();']);
const subject = (summary: string) => ({ subject: `[PATCH] ${summary}`, diff });
const body = (text: string) => ({ subject: '[PATCH] x86/mm: Count once', diff, body: text });

const ofTip = (look: (patch: PatchMail) => readonly Finding[]) =>
  eachPatch((patch, { facts }) => (isWhollyOf(patch, 'tip', facts) ? look(patch) : []));

const FILE_PREFIX = /^(?:\S+\.(?:[chS]|rst|lds)|(?:arch\/x86|kernel\/\w+|include\/\w+)\S*): /;

const fileAsPrefix = (patch: PatchMail): readonly Finding[] => {
  const { summary, summaryAt } = patch.subject;
  const found = FILE_PREFIX.exec(summary.slice(0, 200))?.[0].slice(0, -2);
  if (found === undefined) return [];
  return [{ patch, span: [summaryAt, summaryAt + found.length], what: `The prefix "${found}:" is a path or a file.` }];
};

const LUMP = 700;

const inOneLump = (patch: PatchMail): readonly Finding[] => {
  const paragraphs = prose(patch);
  const [only] = paragraphs;
  const [line] = only?.lines ?? [];
  if (paragraphs.length !== 1 || !only || !line || only.text.length < LUMP) return [];
  const what = `Can this be told in paragraphs? All ${only.lines.length} lines are one.`;
  return [{ patch, line, what }];
};

// The vendors' two manuals stay where they are; the others are the kernel's own archives.
const STABLE_HOST =
  /^(?:[\w.-]*\.)?(?:kernel\.org|github\.com|gitlab\.com|git\.[\w.-]+|msgid\.link|spinics\.net|marc\.info|lwn\.net)$|^lists\./i;
const MANUAL = /\b(?:sdm|apm|24593|software-?developer|architectures-software)/i;

const volatileLink = (patch: PatchMail): readonly Finding[] => {
  for (const line of patch.message) {
    const [url = '', host = ''] = /https?:\/\/([^\s/?#]{1,200})[^\s<>]{0,400}/i.exec(line.text.slice(0, 800)) ?? [];
    if (url === '' || STABLE_HOST.test(host) || MANUAL.test(url)) continue;
    if (!/\.(?:pdf|docx?|html?)\b|\/(?:docs?|documents?|articles?|content)\//i.test(url)) continue;
    const start = line.text.indexOf(url);
    const what = `Will ${host} still have this document in ten years?`;
    return [{ patch, line, span: [start, start + url.length], what }];
  }
  return [];
};

const LONG = 'The list is counted twice when two caches share it, so the sum is wrong for the user. '.repeat(9);

/** How the tip tree writes subjects and messages. */
export const tipMessage: readonly PreflightRule[] = [
  {
    ...TIP,
    name: 'tip-prefix-is-a-file',
    title: 'the prefix is a file or a path, not subsys/component',
    severity: 'warning',
    sources: [{ file, heading: 'Patch subject', phrase: 'do not use file names or complete file' }],
    covers: ['TIP-01'],
    why: 'The tip maintainers sort their mail by subsystem and component.',
    next: 'See how others begin: git log --oneline --no-merges -- FILE; then git commit --amend.',
    look: ofTip(fileAsPrefix),
    examples: [
      { given: subject('arch/x86/mm/init.c: Count once'), finds: '"arch/x86/mm/init.c:"' },
      { given: subject('init.c: Count once'), finds: '"init.c:"' },
      { given: subject('x86/mm: Count once') },
      { given: subject('sched/fair: Count once') },
    ],
  },
  {
    ...TIP,
    name: 'tip-summary-lower-case',
    title: 'the description begins with a small letter',
    severity: 'warning',
    sources: [{ file, heading: 'Patch subject', phrase: 'subject line should start with a uppercase' }],
    covers: ['TIP-02'],
    why: 'The log of the tip tree keeps one form; the maintainers would have to edit the subject.',
    next: 'Begin it with a capital: git commit --amend.',
    look: ofTip(lowerCaseSummary),
    examples: [
      { given: subject('x86/mm: count once'), finds: '"count" behind the prefix' },
      { given: subject('x86/mm: Count once') },
      { given: subject('x86/mm: count_all() comes first') },
      { given: { subject: '[PATCH] mm: count once' } },
    ],
  },
  {
    ...TIP,
    name: 'tip-function-without-brackets',
    title: 'a function is named without brackets',
    severity: 'note',
    sources: [
      { file, heading: 'Function references in changelogs', phrase: "please use the format 'function_name()'" },
    ],
    covers: ['TIP-04'],
    why: 'With brackets nobody takes it for a variable or a flag.',
    next: 'Write function_name().',
    look: ofTip(plainFunctionNames),
    examples: [
      { given: body('The list is counted by count_all since then.'), finds: 'the function count_all()' },
      { given: body('The list is counted by count_all() since then.') },
      { given: body('The list is counted by struct count_all since then.') },
    ],
  },
  {
    ...TIP,
    name: 'tip-message-has-pronouns',
    title: 'the message says we or I',
    severity: 'warning',
    sources: [{ file, heading: 'Changelog', phrase: 'imperative mood and not impersonating code or' }],
    covers: ['TIP-05'],
    why: 'Who "we" is, the author, the kernel or a CPU, the reader has to guess.',
    next: 'Name who does it, or give an order: "Cancel the worker" instead of "We cancel the worker".',
    look: ofTip(pronounInMessage),
    examples: [
      { given: body('When a CPU dies, we cancel the worker.'), finds: 'says "we"' },
      { given: body('Cancel the worker when a CPU dies during I/O.') },
      { given: body('The tool says "we are done" too early.') },
    ],
  },
  {
    ...TIP,
    name: 'tip-message-in-one-lump',
    title: 'a long message is one paragraph',
    severity: 'note',
    sources: [{ file, heading: 'Changelog', phrase: 'the context, the problem and the solution in' }],
    covers: ['TIP-06'],
    why: 'Context, problem and solution are found faster where each has a paragraph.',
    next: 'First what is, then what goes wrong, then what the patch does: a paragraph each, in this order.',
    look: ofTip(inOneLump),
    examples: [
      { given: body(LONG.replace(/(.{60}\S*) /g, '$1\n')), finds: 'told in paragraphs' },
      { given: body('The list is counted twice.\n\nCount it once.') },
    ],
  },
  {
    ...TIP,
    name: 'tip-document-link-may-break',
    title: 'a link to a document that may move',
    severity: 'note',
    sources: [{ file, heading: 'Links to documentation', phrase: 'URLs often break very quickly because companies' }],
    covers: ['TIP-16'],
    why: 'Companies rebuild their sites; whoever debugs this in some years finds a dead link.',
    next: 'Attach a copy to a new entry at https://bugzilla.kernel.org, and link that.',
    look: ofTip(volatileLink),
    examples: [
      { given: body('See https://www.made.example/docs/errata.pdf for it.'), finds: 'Will www.made.example' },
      { given: body('See https://bugzilla.kernel.org/attachment.cgi?id=1 for it.') },
      { given: body('See https://www.made.example/download/intel-sdm.pdf for it.') },
    ],
  },
];
