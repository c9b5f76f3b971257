import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from '../content/exampleDiff.ts';
import { isBindingPatch } from './isBinding.ts';

const file = 'Documentation/devicetree/bindings/submitting-patches.rst';
const heading = 'I. For patch submitters';
const DT = { group: 'subsystem', pack: 'dt-bindings' } as const;
const bindings = 'Documentation/devicetree/bindings';
const inFolder = (folder: string): string => exampleDiff(`${bindings}/${folder}/made.yaml`, ['+      - made,counter']);
const diff = inFolder('iio');

// Folders whose maintainers want their own name first.
const OWN_NAME_FIRST = /^(?:sound|media|regulator|spi)\//;

const isRevert = ({ subject }: PatchMail): boolean => /^(?:revert|treewide)\b/i.test(subject.summary);

const inSummary = ({ subject }: PatchMail, start: number, length: number): Pick<Finding, 'line' | 'span'> => ({
  line: { text: subject.text, at: subject.at },
  span: [subject.summaryAt + start, subject.summaryAt + start + length],
});

const unnamed = (patch: PatchMail): readonly Finding[] => {
  const { summary, prefix } = patch.subject;
  if (!isBindingPatch(patch) || isRevert(patch) || /\bdt-bindings\b/i.test(prefix)) return [];
  const length = prefix === '' ? summary.length : prefix.trimEnd().length;
  return [
    { patch, ...inSummary(patch, 0, length), what: `"${summary}" is about bindings, and no "dt-bindings:" says so.` },
  ];
};

const otherOrder = (patch: PatchMail): readonly Finding[] => {
  if (!isBindingPatch(patch)) return [];
  const folders = patch.diff.flatMap(({ path }) =>
    path.startsWith(`${bindings}/`) ? [path.slice(bindings.length + 1)] : [],
  );
  if (folders.length === 0 || !folders.every((folder) => OWN_NAME_FIRST.test(folder))) return [];
  const { prefix } = patch.subject;
  if (!/^dt-bindings: /i.test(prefix)) return [];
  const folder = folders[0]?.split('/', 1)[0] ?? '';
  const name = folder === 'sound' ? 'ASoC' : folder;
  const what = `Does this go to the ${name} maintainers? They expect "${name}: dt-bindings: ", this has "${prefix}".`;
  return [{ patch, ...inSummary(patch, 0, prefix.trimEnd().length), what }];
};

const saidTwice = (patch: PatchMail): readonly Finding[] => {
  if (!isBindingPatch(patch) || isRevert(patch)) return [];
  const { summary } = patch.subject;
  // The prefix says it rightly once; behind it, or as a prefix of its own, it takes the room of what matters.
  const rest = summary.replace(/\bdt-bindings\b/gi, (word) => ' '.repeat(word.length));
  const word = /\b(?:documentation|docs?|bindings?)\b/i.exec(rest.slice(0, 300));
  if (!word) return [];
  return [{ patch, ...inSummary(patch, word.index, word[0].length), what: `The subject says "${word[0]}".` }];
};

/** How the subject of a binding patch looks. */
export const bindingSubjects: readonly PreflightRule[] = [
  {
    ...DT,
    name: 'binding-not-named-in-subject',
    title: 'the subject of a binding patch lacks dt-bindings:',
    severity: 'warning',
    sources: [{ file, heading, phrase: 'preferred subject prefix for binding patches' }],
    covers: ['DT-02'],
    why: 'The devicetree maintainers pick their mails out of thousands by this word.',
    next: 'Write "dt-bindings: FOLDER: what is done": git commit --amend.',
    look: eachPatch(unnamed),
    examples: [
      { given: { subject: '[PATCH] iio: made: Add counter', diff }, finds: 'no "dt-bindings:"' },
      { given: { subject: '[PATCH] Add counter', diff }, finds: 'no "dt-bindings:"' },
      { given: { subject: '[PATCH] dt-bindings: iio: Add counter', diff } },
      { given: { subject: '[PATCH] ASoC: dt-bindings: Add counter', diff } },
      { given: { subject: '[PATCH] Revert "iio: Add counter"', diff } },
      { given: { subject: '[PATCH] iio: Add', diff: `${diff}${exampleDiff('drivers/iio/a.c', ['+a();'])}` } },
      {
        given: {
          subject: '[PATCH] docs: dt: Mend a link',
          diff: exampleDiff(`${bindings}/writing-schema.rst`, ['+a']),
        },
      },
    ],
  },
  {
    ...DT,
    name: 'binding-prefixes-in-other-order',
    title: 'these maintainers want their own name before dt-bindings:',
    severity: 'note',
    sources: [{ file, heading, phrase: 'expect reverse order of the prefixes' }],
    covers: ['DT-02'],
    why: 'Some maintainers sort their mails by the first word of the subject.',
    next: 'Turn the two round, unless the devicetree maintainers take the patch themselves.',
    look: eachPatch(otherOrder),
    examples: [
      { given: { subject: '[PATCH] dt-bindings: spi: Add', diff: inFolder('spi') }, finds: '"spi: dt-bindings: "' },
      { given: { subject: '[PATCH] dt-bindings: a: Add', diff: inFolder('sound') }, finds: '"ASoC: dt-bindings: "' },
      { given: { subject: '[PATCH] spi: dt-bindings: Add', diff: inFolder('spi') } },
      { given: { subject: '[PATCH] dt-bindings: iio: Add', diff } },
    ],
  },
  {
    ...DT,
    name: 'binding-named-twice-in-subject',
    title: 'the subject says again that this is a binding',
    severity: 'warning',
    sources: [{ file, heading, phrase: 'Repeating "binding" again should also be avoided' }],
    covers: ['DT-03'],
    why: 'The prefix says it already, and the subject has no room to spare.',
    next: 'Leave the word out: "dt-bindings: iio: Add FOO", not "Add binding documentation for FOO".',
    look: eachPatch(saidTwice),
    examples: [
      { given: { subject: '[PATCH] dt-bindings: iio: Add bindings for made', diff }, finds: '"bindings"' },
      { given: { subject: '[PATCH] dt-bindings: doc: iio: Add made', diff }, finds: '"doc"' },
      { given: { subject: '[PATCH] dt-bindings: iio: Document made', diff } },
      { given: { subject: '[PATCH] spi: dt-bindings: Add made', diff } },
      { given: { subject: '[PATCH] iio: Add binding', diff: exampleDiff('drivers/iio/a.c', ['+\ta();']) } },
    ],
  },
];
