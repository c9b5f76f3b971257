import { missingWhy } from '../../../patch/commitMessage.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { prose } from '../../../patch/prose.ts';
import { contentWords } from '../../messageSignals.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';

const WHY = [
  messageSources.changelogs('why it should be applied to the kernel'),
  messageSources.uBootConventions('determine what is being changed and why'),
];

/** A message without any why. */
export const whyMissing: readonly PreflightRule[] = [
  {
    name: 'why-not-written',
    title: 'the place for the why is still empty',
    group: 'why',
    severity: 'error',
    sources: [...WHY, messageSources.describe('Describe your problem')],
    covers: ['CHG-01'],
    why: 'The why is what a maintainer decides by, and only the author of the patch can know it.',
    next: 'Write there, in your own words, what goes wrong without the patch and who notices: git commit --amend.',
    look: eachPatch((patch) =>
      patch.message
        .filter(({ text }) => text.includes(PLACEHOLDER))
        .map((line) => ({
          patch,
          line,
          span: [0, line.text.length],
          what: 'Patchling left this line for the why: nobody has written it yet.',
        })),
    ),
    examples: [
      { given: { body: `${missingWhy}\n\nCount the objects once.` }, finds: 'nobody has written it yet' },
      { given: { body: 'The count is wrong: the word [Missing] stands where a number should.' } },
    ],
  },
  {
    name: 'body-empty',
    title: 'the message has no text below its summary',
    group: 'why',
    severity: 'error',
    sources: [
      messageSources.changelogs('followed by a detailed description of the contents'),
      messageSources.uBootConventions('Put a detailed description after the summary'),
    ],
    covers: ['CHG-01'],
    why: 'A diff shows what changes, never why. A maintainer who has to guess the why answers with that question, or not at all.',
    next: 'Write what goes wrong without the patch and who notices, then what you do about it: git commit --amend.',
    look: (checked) =>
      checked.series.patches.flatMap((patch) => (isEmpty(patch) ? [empty(patch, checked.facts.document)] : [])),
    examples: [
      { given: { body: '' }, finds: 'no text' },
      { given: { body: 'Fixes: 123456789012 ("mm: slub: Count")' }, finds: 'no text' },
      { given: { body: '...' }, finds: 'no text' },
      { given: { body: 'Both lists are counted.' } },
      { given: { body: '  BUG: unable to handle page fault\n  Call Trace:\n   f' } },
      { given: { body: 'This reverts commit 0123456789abcdef0123456789abcdef01234567.' } },
      { given: { subject: '[PATCH 0/1] mm: Count', body: '', diff: '' } },
    ],
  },
  {
    name: 'body-repeats-summary',
    title: 'the message only says the summary again',
    group: 'why',
    severity: 'note',
    sources: WHY,
    covers: ['CHG-01'],
    why: 'Said twice it is no clearer: the reader knows what was done, and still not what for.',
    next: 'Say what goes wrong, or is missing, without the patch.',
    look: eachPatch((patch) => repeated(patch)),
    examples: [
      {
        given: { subject: '[PATCH] mm: slub: Count the objects once', body: 'Count the objects once.' },
        finds: 'summary again',
      },
      { given: { subject: '[PATCH] mm: slub: Fix typo', body: 'Fixed a typo.' }, finds: 'summary again' },
      {
        given: { subject: '[PATCH] mm: slub: Count once', body: 'This patch counts once in mm slub.' },
        finds: 'summary again',
      },
      { given: { subject: '[PATCH] mm: slub: Count once', body: 'Count once, since both lists share the objects.' } },
      { given: { subject: '[PATCH] mm: slub: Count once', body: 'Count once:\n\n\ta = b;\n\n\tb = a;' } },
    ],
  },
];

// Wrapped or not, the beginning is on one line.
const PLACEHOLDER = missingWhy.slice(0, 36);

const isEmpty = ({ body }: PatchMail): boolean => !body.some(({ text }) => /\p{L}{2}/u.test(text) && !TAG.test(text));
const TAG = /^(?:Fixes|Closes|Link|Cc|CC|Change-Id|[A-Z][a-z]+(?:-[a-z]+)*-by): /i;

// U-Boot's document lets the summary stand alone where it says all, so there it is no error.
const empty = (patch: PatchMail, document: (path: string) => string | undefined): Finding => ({
  patch,
  what: 'The message has no text below the summary. What goes wrong without the patch, and who notices?',
  ...(document('Documentation/process/5.Posting.rst') === undefined && { severity: 'warning' as const }),
});

const repeated = (patch: PatchMail): readonly Finding[] => {
  const paragraphs = prose(patch);
  const [first] = paragraphs;
  const [line] = first?.lines ?? [];
  const more = patch.body.filter(({ text }) => text.trim() !== '').length > (first?.lines.length ?? 0);
  if (!first || !line || paragraphs.length > 1 || more || first.text.length > 200) return [];
  const summary = contentWords(patch.subject.summary);
  if ([...contentWords(first.text)].some((word) => !summary.has(word))) return [];
  return [
    {
      patch,
      line,
      span: [0, line.text.length],
      what: 'The message says the summary again. What is it for: what goes wrong without it?',
    },
  ];
};
