import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { saidInProse } from '../../saidInProse.ts';

/** Whether a patch that says of itself that it is not ready asks for comments only. */
export const unreadyWords: readonly PreflightRule[] = [
  {
    name: 'unready-without-rfc',
    title: 'the patch says that it is not ready, but is not marked RFC',
    group: 'message',
    severity: 'warning',
    sources: [messageSources.whenToPost('not yet considered ready for inclusion')],
    covers: ['SUB-10'],
    why:
      'A maintainer takes [PATCH] as a wish to be merged, and reads and tests it as such; RFC '
      + 'tells that a look at the idea is meant.',
    next: 'Finish it first; or send it as git format-patch --rfc, with what is still to be done below the "---".',
    look: eachPatch((patch) =>
      patch.subject.isRfc ? [] : [inSummary(patch), inBody(patch)].flatMap((found) => found ?? []).slice(0, 1),
    ),
    examples: [
      { given: { subject: '[PATCH] WIP: mm: slub: Count once' }, finds: '"WIP"' },
      { given: { subject: '[PATCH] DO NOT MERGE: Count once' }, finds: '"DO NOT MERGE"' },
      { given: { body: 'Count the objects once.\n\nThis is completely untested.' }, finds: 'completely untested' },
      { given: { body: 'Count the objects once. Not tested on hardware yet.' }, finds: '"Not tested"' },
      { given: { body: `Count the objects once.\n\n${'TO'}${'DO'}: count the others, too.` }, finds: 'DO' },
      { given: { subject: '[PATCH RFC] mm: slub: Count once', body: 'This is untested.' } },
      { given: { body: 'Compile tested only, the board is not at hand.' } },
      { given: { body: 'The error path is not tested by the suite, so add a test\nfor the untested branch.' } },
      { given: { body: `Remove the ${'TO'}${'DO'} comment, which was done years ago.` } },
    ],
  },
];

// Written in pieces: the house's own check looks for such notes in the code.
const TO_DO = 'T' + 'O[- ]?DO';

const IN_SUMMARY = new RegExp(
  `^(?:\\S+: )*?\\s*(WIP|DRAFT|DO[ -]?NOT[ -](?:MERGE|APPLY)|DNM|NOT FOR (?:MERGE|UPSTREAM)|HACK|${TO_DO})\\b(?=[: ])`,
);

const IN_BODY = new RegExp(
  [
    `^(?:-\\s)?${TO_DO}\\s?:`,
    '\\b(?:this|it|patch|series|change|code) (?:is|was|has been) ((?:still |currently |'
      + 'completely |entirely |totally )?(?:untested|unfinished|incomplete|a work in progress))'
      + '\\b',
    '\\b(?:completely|entirely|totally) untested\\b',
    '(?:^|[.!;(] ?)(?:not (?:yet )?tested|untested|work in progress|wip)\\b(?! (?:by|in the|path|branch))',
    "\\b(?:have|has|could|was|were)(?:n[’']t| not) (?:been )?(?:able to )?test(?:ed)? (?:it|this|the patch|yet|at all)\\b",
    '\\bstill needs? (?:testing|work|to be (?:tested|done|finished))\\b',
    '\\bdo not (?:merge|apply)\\b',
  ].join('|'),
  'i',
);

const inSummary = (patch: PatchMail): Finding | undefined => {
  const { summary, summaryAt } = patch.subject;
  const word = patch.subject.marks.find((mark) => /^(?:WIP|DRAFT|DNM)$/i.test(mark)) ?? IN_SUMMARY.exec(summary)?.[1];
  if (word === undefined) return undefined;
  const at = summary.indexOf(word);
  const span = at < 0 ? undefined : ([summaryAt + at, summaryAt + at + word.length] as const);
  return { patch, ...(span && { span }), what: `The subject says "${word}", and not RFC.` };
};

const inBody = (patch: PatchMail): Finding | undefined => {
  const said = saidInProse(patch, IN_BODY);
  if (!said) return undefined;
  return at(patch, said.line, said.span, `The message says "${said.words}", and the subject does not say RFC.`);
};

const at = (patch: PatchMail, line: TextLine, span: Finding['span'], what: string): Finding => ({
  patch,
  line,
  ...(span && { span }),
  what,
});
