import { eachMail, eachPatch, type PreflightRule } from '../../rule.ts';
import { mendSubject } from './mendSubject.ts';
import { writtenIn } from './writtenIn.ts';

const REPLY = /^\s*(?:re|aw|fwd?|sv|wg|tr)\s*:/i;

/** A control character (a tab may stand in a folded header), or one that turns, joins or hides what is around it. */
const HIDDEN = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** The subject line's brackets, and what must not stand in it. */
export const subjectForm: readonly PreflightRule[] = [
  {
    name: 'subject-without-patch',
    title: 'the subject does not say [PATCH]',
    group: 'message',
    severity: 'error',
    sources: [
      writtenIn.patchInSubject('prefix your subject line with [PATCH]'),
      writtenIn.canonicalFormat('The canonical patch subject line is'),
      writtenIn.ubootRules('Include the string "PATCH" in the Subject'),
    ],
    covers: ['SUB-01'],
    why: 'Maintainers and their tools find patches among the mail by this word.',
    next: 'Let git format-patch write the subject; it adds [PATCH].',
    // `[RFC]` alone is common, and tools know it.
    look: eachMail((patch) =>
      patch.subject.marks.some((mark) => /patch/i.test(mark) || /^rfc/i.test(mark))
        ? []
        : [{ patch, what: `The subject "${patch.subject.text}" has no [PATCH].` }],
    ),
    examples: [
      { given: { subject: 'mm: slub: Count the objects once' }, finds: 'has no [PATCH]' },
      { given: { subject: '[RESEND] mm: slub: Count the objects once' }, finds: 'has no [PATCH]' },
      { given: { subject: '[PATCH] mm: slub: Count the objects once' } },
      { given: { subject: '[RFC PATCH v2 1/1] mm: slub: Count the objects once' } },
      { given: { subject: '[PATCHv2] mm: slub: Count the objects once' } },
    ],
  },
  {
    name: 'subject-mark-repeated',
    title: 'the brackets say a word twice',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('tags are not considered part of the summary'),
      writtenIn.ubootRules('Include the string "PATCH" in the Subject'),
    ],
    covers: ['SUB-01'],
    why: 'Tools read version, number and tree out of the brackets; said twice, they may take the wrong one.',
    next: 'Let git format-patch write the brackets, and take yours out of the commit: git commit --amend.',
    look: eachMail((patch) => {
      const marks = patch.subject.marks.map((mark) => mark.toLowerCase().replace(/^v\d+$/, 'a version'));
      const twice = marks.find((mark, at) => marks.indexOf(mark) < at);
      return twice === undefined
        ? []
        : [{ patch, what: `The brackets of "${patch.subject.text}" say ${twice} twice.` }];
    }),
    examples: [
      { given: { subject: '[PATCH] [PATCH] mm: slub: Count the objects once' }, finds: 'say patch twice' },
      { given: { subject: '[PATCH v2 v3] mm: slub: Count the objects once' }, finds: 'a version twice' },
      { given: { subject: '[PATCH net-next v2 0/1] mm: slub: Count the objects once', diff: '' } },
    ],
  },
  {
    name: 'patch-sent-as-reply',
    title: 'the subject is that of a reply or a forwarded mail',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.patchInSubject('more easily distinguish patches from other'),
      writtenIn.ubootRules('Choose a meaningful Subject'),
    ],
    covers: ['SUB-01'],
    why: 'A patch below "Re:" looks like talk about a patch: people and patchwork pass it over.',
    next: 'Send it as a mail of its own: git format-patch -1, then git send-email.',
    look: eachMail((patch) => {
      const word = REPLY.exec(patch.subject.text)?.[0];
      if (word === undefined || patch.diff.length === 0) return [];
      return [{ patch, span: [0, word.length], what: `The subject of this patch begins with "${word.trim()}".` }];
    }),
    examples: [
      { given: { subject: 'Re: [PATCH] mm: slub: Count the objects once' }, finds: 'begins with "Re:"' },
      { given: { subject: 'Fwd: [PATCH] mm: slub: Count the objects once' }, finds: 'begins with "Fwd:"' },
      { given: { subject: 'Re: [PATCH] mm: slub: Count the objects once', diff: '' } },
      { given: { subject: '[PATCH] re: Count the objects once' } },
    ],
  },
  {
    name: 'subject-has-hidden-characters',
    title: 'the subject holds characters that nobody sees',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('becomes a globally-unique identifier'),
      writtenIn.ubootRules('Choose a meaningful Subject'),
    ],
    covers: ['SUB-01'],
    why: 'They end up in the history, and can make a terminal show something else than what stands there.',
    next: 'Write the summary anew by hand, without copying it: git commit --amend.',
    look: eachMail((patch) => {
      const { text } = patch.subject;
      const at = text.search(HIDDEN);
      if (at < 0) return [];
      const clean = text.replace(new RegExp(HIDDEN, 'gu'), '');
      const mend = mendSubject(patch, 'Take the hidden characters out of the subject', clean);
      return [
        {
          patch,
          span: [at, at + 1],
          what: `The subject holds ${codeOf(text, at)}, which is not shown.`,
          ...(mend && { mend }),
        },
      ];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Count\u001b[2J the objects once' }, finds: 'U+001B' },
      { given: { subject: '[PATCH] mm: slub: Count the \u202eobjects once' }, finds: 'U+202E' },
      { given: { subject: '[PATCH] mm: slub: Zähle die Objekte' } },
    ],
  },
  {
    name: 'summary-empty',
    title: 'the subject has no summary',
    group: 'message',
    severity: 'error',
    sources: [
      writtenIn.canonicalFormat('concisely describe the patch which that email'),
      writtenIn.ubootMessage('first line of the log message is the'),
    ],
    covers: ['SUB-02'],
    why: 'git am makes a commit without a title of it, and nobody can search for that.',
    next: 'Say in one line what the patch does: git commit --amend, then git format-patch again.',
    look: eachPatch((patch) =>
      patch.subject.summary === '' ? [{ patch, what: `Nothing follows the brackets of "${patch.subject.text}".` }] : [],
    ),
    examples: [
      { given: { subject: '[PATCH 1/2]' }, finds: 'Nothing follows' },
      { given: { subject: '[PATCH 1/2] mm: Count' } },
    ],
  },
];

const codeOf = (text: string, at: number): string =>
  `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
