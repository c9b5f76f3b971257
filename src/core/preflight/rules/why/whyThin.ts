import type { PatchMail } from '../../../patch/patchMail.ts';
import { type Paragraph, placeInProse, prose } from '../../../patch/prose.ts';
import { changedLines, contentWords, hasReason, hasSymptom, messageSignals, shownWords } from '../../messageSignals.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';

const MANY = 80;
const long = (lines: number): string => `diff --git a/mm/slub.c b/mm/slub.c
--- a/mm/slub.c
+++ b/mm/slub.c
@@ -1,0 +1,${lines} @@
${'+	count(head);\n'.repeat(lines)}`;

/** A message that says what, and hardly why. */
export const whyThin: readonly PreflightRule[] = [
  {
    name: 'body-restates-diff',
    title: 'the message tells what the diff shows, and no reason',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.canonical('the reasoning for **why** the patch was created'),
      messageSources.uBootConventions('determine what is being changed and why'),
    ],
    covers: ['CHG-01'],
    why: 'The diff says the same more exactly; a message is there for what the diff cannot show.',
    next: 'Say what goes wrong, or what cannot be done, without the patch.',
    look: eachPatch((patch) => restated(patch)),
    examples: [
      {
        given: { body: 'Count the first list. Remove second() from the sum of the list head.' },
        finds: 'What goes wrong without it',
      },
      { given: { body: 'Switch to the helper.' }, finds: 'no reason in it' },
      { given: { body: 'Remove second(), since both lists share the objects.' } },
      { given: { body: 'The machine shows more memory in use than it has.' } },
      { given: {} },
      { given: { body: '' } },
    ],
  },
  {
    name: 'body-thin-for-size',
    title: 'one sentence stands for a large change',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('describe what you are actually doing'),
      messageSources.uBootRules('a description of the feature and your implementation'),
    ],
    covers: ['CHG-01'],
    why: 'The more there is to read, the more a reviewer needs to know what to look for, and which other ways were thought of.',
    next: 'Say what it is needed for, how it works, and why this way and not another.',
    look: eachPatch((patch) => thin(patch)),
    examples: [
      { given: { body: 'Add a count of all objects.', diff: long(120) }, finds: '120 changed lines' },
      { given: { body: 'Add a count of all objects.', diff: long(12) } },
      { given: { body: 'Users see too many objects. Count them once. The second list shares them.', diff: long(120) } },
    ],
  },
  {
    name: 'fix-without-symptom',
    title: 'a fix does not say what went wrong',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('Describe user-visible impact'),
      messageSources.uBootRules('a description of the bug and how'),
    ],
    covers: ['CHG-02'],
    why:
      'Whoever meets the bug, or decides whether older kernels need the fix, searches for the '
      + 'symptom and for how it is reached.',
    next: 'Say what a user sees, since when, and what must be done to see it; quote the message if there is one.',
    look: eachPatch((patch) => unseen(patch)),
    examples: [
      {
        given: { subject: '[PATCH] mm: slub: Fix count', body: 'Use the first list, because that is what is meant.' },
        finds: 'what did a user see',
      },
      {
        given: {
          body: 'Use the first list.',
          trailers: ['Fixes: 123456789012 ("a: b")', 'Signed-off-by: A <a@made.example>'],
        },
        finds: 'what did a user see',
      },
      { given: { subject: '[PATCH] mm: slub: Fix count', body: 'The machine crashes when a disk is removed.' } },
      { given: { subject: '[PATCH] mm: slub: Fix crash', body: 'Handle the crash of slub.' }, finds: 'and not when' },
      { given: { subject: '[PATCH] mm: slub: Fix typo', body: 'Write objects, as all others do.' } },
      { given: { subject: '[PATCH] clk: Add fixed clocks', body: 'Add the two clocks of the board.' } },
    ],
  },
  {
    name: 'problem-comes-late',
    title: 'the message tells the change before the problem',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('Once the problem is established, describe what'),
      messageSources.uBootConventions('describe how things behaved before this commit'),
    ],
    covers: ['CHG-01'],
    why: 'A reader who knows the problem can judge the change while reading it; the other way round everything is read twice.',
    next: 'Begin with what goes wrong and for whom; then say what the patch does about it.',
    look: eachPatch((patch) => late(patch)),
    examples: [
      {
        given: {
          body:
            'Count the first list and leave the second to the loop below.\n\nOtherwise slabtop shows '
            + 'wrong numbers and crashes.',
        },
        finds: 'read first',
      },
      { given: { body: 'The list is counted twice.\n\nCount it once.' } },
      { given: { body: 'Count once, so that slabtop does not crash.\n\nIt was wrong.' } },
      { given: { body: 'Count once.' } },
    ],
  },
];

const first = (patch: PatchMail): Paragraph | undefined => prose(patch)[0];

const onFirst = (patch: PatchMail, what: string): readonly Finding[] => {
  const paragraph = first(patch);
  if (!paragraph) return [];
  return [{ patch, ...placeInProse(paragraph, 0, paragraph.text.length), what }];
};

// What is shown without a word of reason: measured, because a single plain sentence may be enough for a plain change.
const SHOWN = 0.7;
const SHORT = 12;

const ADDS = /^(?:add|enable|introduce|support|implement|include|backport|define|provide|import)/i;
const STATES = /^(?:the|an?|it|this|there|these|those|in|on|all|some|no|when|with|we|as|they)\b/i;
/** A sentence on how things are may be the reason; `This adds x.` is none. */
const states = (opening: string, words: number): boolean =>
  STATES.test(opening) && !(words <= 8 && /^this (?!is|was)/i.test(opening));
const PURPOSE = /\b(?:simplif\w+|avoid\w*|like|by using|after|before|style|copied|save|keep)\b|\bto \w+ (?:the|an?)\b/i;

const restated = (patch: PatchMail): readonly Finding[] => {
  const { hasCause, hasSymptom: isWrong, hasEvidence, hasMeasure, words, sentences } = messageSignals(patch);
  if (hasCause || isWrong || hasEvidence || hasMeasure || words === 0 || words > 80) return [];
  // What is new explains itself by being there.
  if (isPlain(patch) || patch.diff.some(({ change }) => change === 'added')) return [];
  const said = [...new Set(prose(patch).flatMap(({ own }) => [...contentWords(own)]))];
  const shown = shownWords(patch);
  const share = said.filter((word) => shown.has(word)).length / Math.max(said.length, 1);
  const opening = first(patch)?.own ?? '';
  const question = ADDS.test(opening)
    ? 'What is it needed for, and by whom?'
    : 'What goes wrong without it, and who notices?';
  if (sentences === 1 && words <= SHORT && share < SHOWN && !states(opening, words) && !PURPOSE.test(opening)) {
    return onFirst(patch, `One short sentence, and no reason in it. ${question}`);
  }
  if (said.length < 3 || share < SHOWN) return [];
  const percent = Math.round(share * 100);
  return onFirst(patch, `The diff shows ${percent} % of these words already, and none is a reason. ${question}`);
};

// New boards, new files and imports explain themselves by being there; typing errors, too.
const isPlain = ({ diff, subject }: PatchMail): boolean =>
  new RegExp(
    [
      '\\b(?:typos?|spelling|cosmetic|white ?spaces?|newlines?|indent\\w*|tabs?|sort(?:ed)?|maintainers|',
      'sync|resync|import|mailmap|spdx|copyright|e-?mail|release|version|docs?|documentation)\\b',
    ].join(''),
    'i',
  ).test(subject.summary)
  || (diff.length > 0
    && diff.every(({ path }) => /(?:^MAINTAINERS|^\.mailmap|^doc\/.*|^Documentation\/.*|\.dtsi?)$/.test(path)));

const thin = (patch: PatchMail): readonly Finding[] => {
  const { sentences, words, hasEvidence } = messageSignals(patch);
  const changed = changedLines(patch);
  const isMoved = patch.diff.every(
    ({ change, path }) => change === 'renamed' || change === 'deleted' || /\.(?:dtsi?|json|yaml)$/.test(path),
  );
  if (words === 0 || sentences > 1 || words > 30 || hasEvidence || changed < MANY || isMoved || isPlain(patch))
    return [];
  return onFirst(
    patch,
    `One sentence stands for ${changed} changed lines. What should a reviewer know: what is it for, why this way?`,
  );
};

/** Longer messages tell the rest in words that no list knows. */
const BRIEF = 15;
const FIX = /\b(?:fix(?:es|ed|ing)?|repair|correct|bug)\b/i;
const SMALL = new RegExp(
  [
    '\\b(?:typos?|spelling|comments?|docs?|documentation|warnings?|build|compil\\w+|checkpatch|',
    'indent\\w*|style|white ?space|kernel-doc)\\b',
  ].join(''),
  'i',
);

const unseen = (patch: PatchMail): readonly Finding[] => {
  const { summary, prefix } = patch.subject;
  const rest = summary.slice(prefix.length);
  const isFix =
    patch.trailers.some(({ token }) => /^fixes$/i.test(token)) || /^(?:bug ?)?fix(?:es|ed|ing)?\b/i.test(rest);
  if (!isFix || SMALL.test(summary) || isPlain(patch)) return [];
  if (/^(?:fix|correct) (?:\w+ )?(?:comment|typo|spelling|indent)/i.test(first(patch)?.own ?? '')) return [];
  const { words, hasEvidence, ...signals } = messageSignals(patch);
  if (words === 0 || hasEvidence) return [];
  const namesSymptom = signals.hasSymptom || hasSymptom(rest.replace(FIX, ''));
  if (!namesSymptom) return onFirst(patch, 'This is a fix: what did a user see go wrong, and what leads there?');
  if (signals.hasScene || signals.hasCause || words > BRIEF) return [];
  return onFirst(patch, 'It says what goes wrong, and not when: what leads there, and since when?');
};

const ORDER = new RegExp(
  [
    '^(?:add|remove|fix|change|update|use|move|drop|replace|rename|convert|introduce|implement|make|',
    'set|count|switch|enable|disable|call|check|pass|return|split|allow)\\b',
  ].join(''),
  'i',
);

const BEFORE = new RegExp(
  [
    '^(?:currently|prior to|previously|before|without|otherwise|today|at the moment|the (?:problem|',
    'issue|bug)|right now|(?:up )?until now|so far|if this is not)\\b',
  ].join(''),
  'i',
);

const late = (patch: PatchMail): readonly Finding[] => {
  const [opening, ...others] = prose(patch).filter(({ kind }) => kind === 'prose');
  if (!opening || others.length === 0 || !ORDER.test(opening.own)) return [];
  if (hasSymptom(opening.own) || hasReason(opening.own) || hasSymptom(patch.subject.summary)) return [];
  const problem = others.find(({ own }) => BEFORE.test(own) && hasSymptom(own));
  if (!problem) return [];
  return [
    {
      patch,
      ...placeInProse(problem, 0, problem.text.length),
      what: 'Should this, the problem, be read first, before what is done about it?',
    },
  ];
};
