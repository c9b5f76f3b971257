import type { PatchMail } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';
import type { Finding, PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const UNREADY_MARK = /^(?:WIP|DNM|DNI|HACK|DRAFT)$/i;
const UNREADY = anyOf(
  /\b(?:this|it|series|patch|code|still) is (?:a |still )?(?:a )?(?:work in progress|wip|draft|half-baked)\b/,
  /\bstill (?:a )?work in progress\b|\bnot (?:yet )?ready (?:for|to be) (?:merg|inclu|appl)/,
  /\bdo not (?:merge|apply) (?:this|yet)\b|\bnot for (?:merging|upstream|inclusion)\b/,
  /\bnot meant (?:for inclusion|to be (?:merged|applied))\b/,
  /\b(?:this|it|patch|series|code) is (?:completely |totally |still )?untested\b/,
  /\b(?:this|it) (?:has not been|is not|was not|hasn't been) tested\b/,
);

/** Code that is not ready: where reviewers are told, but not in the brackets. The message has its own rule. */
export const readiness: readonly PreflightRule[] = [
  {
    name: 'notes-say-unready',
    title: 'the notes or the cover letter say that it is not ready, the brackets do not',
    group: 'series',
    severity: 'note',
    sources: [
      writtenIn.whenToPost('it is a good idea to say so'),
      writtenIn.canonicalFormat('"RFC" to indicate a request for comments'),
    ],
    covers: ['SUB-10'],
    why: 'Maintainers may apply what says [PATCH]; [RFC PATCH] asks for opinions first.',
    next: 'If it is not to be applied: git format-patch --rfc, and list in the mail what remains to be done.',
    look: ({ series: { mails } }) =>
      mails.some(({ subject }) => subject.isRfc || subject.trees.some((mark) => UNREADY_MARK.test(mark)))
        ? []
        : mails.flatMap(unready),
    examples: [
      { given: { below: 'This is completely untested.' }, finds: 'Is it ready' },
      {
        given: { subject: '[PATCH 0/1] mm: All', body: 'The series is a work in progress.', diff: '' },
        finds: 'Is it ready',
      },
      { given: { subject: '[RFC PATCH] mm: slub: Count', below: 'This is untested.' } },
      { given: { subject: '[PATCH WIP] mm: slub: Count', below: 'This is untested.' } },
      { given: { below: 'An untested branch of the list code counts the objects twice.' } },
    ],
  },
];

const unready = (patch: PatchMail): readonly Finding[] => {
  const lines = patch.isCover ? patch.message : patch.below;
  const line = lines.find(({ text }) => UNREADY.test(text));
  const found = line && UNREADY.exec(line.text);
  if (!line || !found) return [];
  const span = [found.index, found.index + found[0].length] as const;
  return [{ patch, line, span, what: `"${found[0]}": Is it ready to be applied?` }];
};
