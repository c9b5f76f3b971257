import type { PatchMail } from '../../../patch/patchMail.ts';
import { prose } from '../../../patch/prose.ts';
import { hasReason, hasSymptom, messageSignals } from '../../messageSignals.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { saidInProse } from '../../saidInProse.ts';

const WHY = [
  messageSources.changelogs('why it should be applied to the kernel'),
  messageSources.uBootConventions('determine what is being changed and why'),
];

/** Reasons that are none yet. */
export const reasonGiven: readonly PreflightRule[] = [
  {
    name: 'tool-is-only-reason',
    title: 'a tool is named instead of a reason',
    group: 'why',
    severity: 'note',
    sources: WHY,
    covers: ['CHG-01', 'RES-01'],
    why: 'A tool says where to look, not whether something is wrong there: maintainers get many patches that only silence one.',
    next: 'Say what is wrong in this code and what it leads to; the tool that showed it may stand after that.',
    look: eachPatch((patch) => onlyTool(patch)),
    examples: [
      {
        given: { body: 'Fix the following coccicheck warning:\n\n./mm/slub.c:12:3-4: Unneeded semicolon.' },
        finds: '"coccicheck"',
      },
      { given: { body: 'Reported by checkpatch.' }, finds: '"checkpatch"' },
      { given: { body: 'Issue found by smatch.' }, finds: '"smatch"' },
      { given: { body: 'The list is freed twice when probe fails. Found by smatch.' } },
      { given: { body: 'Gcc builds the list.' } },
      { given: { subject: '[PATCH] checkpatch: Know a type', body: 'Make checkpatch know it.' } },
    ],
  },
  {
    name: 'gain-not-named',
    title: 'the message speaks of a clean-up or an improvement, not of what gets better',
    group: 'why',
    severity: 'note',
    sources: [messageSources.describe('worth fixing and that it makes sense'), ...WHY],
    covers: ['CHG-01'],
    why: 'Every change can break something and must be read; a maintainer weighs that against what is gained.',
    next: 'Say what is easier, safer or possible afterwards, and for whom.',
    look: eachPatch((patch) => {
      const { hasCause, hasSymptom: isWrong, hasEvidence, hasMeasure, sentences } = messageSignals(patch);
      if (hasCause || isWrong || hasEvidence || hasMeasure || sentences > 3) return [];
      const said = saidInProse(patch, GAIN);
      if (!said) return [];
      return [
        { patch, line: said.line, span: said.span, what: `"${said.words}": what is better afterwards, and for whom?` },
      ];
    }),
    examples: [
      { given: { body: 'Clean up the count.' }, finds: '"Clean up"' },
      { given: { body: 'Improve readability of the loop.' }, finds: '"Improve readability"' },
      { given: { body: 'Clean up the count, so that the next user of the list can share it.' } },
      { given: { body: 'The cleanup path is called on exit.' } },
    ],
  },
  {
    name: 'changes-not-named',
    title: 'the message speaks of "various" changes',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.separate('Separate each **logical change** into a separate patch'),
      messageSources.uBootRules('split up your patch'),
    ],
    covers: ['CHG-01', 'CHG-08'],
    why: 'Nobody can tell whether all of the diff is meant, nor take one of the changes without the others.',
    next: 'Make one patch of each change and say of each what it is for; or name them.',
    look: eachPatch((patch) => {
      const inSummary = VARIOUS.exec(patch.subject.summary);
      if (inSummary) {
        const start = patch.subject.summaryAt + inSummary.index;
        return [
          {
            patch,
            span: [start, start + inSummary[0].length],
            what: `"${inSummary[0]}": which ones, and what is each for?`,
          },
        ];
      }
      const said = prose(patch).length > 1 ? undefined : saidInProse(patch, VARIOUS);
      if (!said) return [];
      return [{ patch, line: said.line, span: said.span, what: `"${said.words}": which ones, and what is each for?` }];
    }),
    examples: [
      { given: { subject: '[PATCH] mm: slub: Various fixes' }, finds: '"Various fixes"' },
      { given: { body: 'Some minor improvements of the count.' }, finds: '"Some minor improvements"' },
      { given: { body: 'Fix some warnings.' }, finds: '"some warnings"' },
      { given: { body: 'Several fixes:\n\n- count once\n- free once' } },
      { given: { body: 'Various boards fix the clock by hand.' } },
    ],
  },
  {
    name: 'gain-without-numbers',
    title: 'something is said to be faster or smaller, without numbers',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('include numbers that back them up'),
      messageSources.beforePatches('run benchmarks showing what the impact'),
    ],
    covers: ['CHG-09'],
    why: 'Most expected gains are not there when they are measured, and some code got harder to read for them.',
    next: 'Measure before and after on one machine, and say on which and how: perf stat, bloat-o-meter, size.',
    look: eachPatch((patch) => {
      const said = saidInProse(patch, FASTER);
      if (
        !said
        || messageSignals(patch).hasMeasure
        || patch.body.some(({ text }) => TWO_NUMBERS.test(text.slice(0, 300)))
      )
        return [];
      return [{ patch, line: said.line, span: said.span, what: `"${said.words}": by how much, measured on what?` }];
    }),
    examples: [
      { given: { body: 'Walk one list, which is much faster.' }, finds: 'much faster' },
      { given: { body: 'This improves the performance of the loop.' }, finds: 'by how much' },
      { given: { body: 'Walk one list, which is faster: 12.1 s before, 9.8 s after.' } },
      { given: { body: 'Walk one list. It is faster by 20 % on a board with 4 cores.' } },
      { given: { body: 'Use the fast clock, the faster one of the two modes.' } },
    ],
  },
];

const TOOL = new RegExp(
  [
    '\\b(?:checkpatch(?:\\.pl)?|coccinelle|coccicheck|smatch|sparse(?= (?:warn|error|complain|report))|',
    'coverity(?: scan)?|cppcheck|clang-tidy|clang (?:static )?analy[sz]er|static anal\\w+(?: tool)?|',
    'code ?ql|pvs-studio|kernel test robot|abaci)\\b',
  ].join(''),
  'i',
);

const onlyTool = (patch: PatchMail): readonly Finding[] => {
  const said = saidInProse(patch, TOOL);
  if (!said || said.words.toLowerCase() === patch.subject.prefix.split(':')[0]?.toLowerCase()) return [];
  if (
    /checkpatch|coccinelle|smatch/i.test(patch.subject.summary)
    && !/\b(?:warn|error|issue|fix)/i.test(patch.subject.summary)
  )
    return [];
  // What is left when the sentences with the tool's name, or about "the following warning", are taken away.
  const rest = prose(patch)
    .flatMap(({ own }) => own.split(/(?<=[.!?;])\s+/))
    .filter(
      (sentence) =>
        !TOOL.test(sentence) && !/\b(?:following (?:warning|error|issue)|this (?:fixes|resolves) )/i.test(sentence),
    );
  if (rest.some((sentence) => hasReason(sentence) || hasSymptom(sentence))) return [];
  const beside = said.paragraph.own.split(/(?<=[.!?;])\s+/).find((sentence) => TOOL.test(sentence)) ?? '';
  if (/\b(?:because|since|so that|otherwise|leads? to|results? in|which (?:can|may|could)|when)\b/i.test(beside))
    return [];
  const { line, span, words } = said;
  return [
    {
      patch,
      line,
      span,
      what: `"${words}" is named, and no reason. What is wrong in this code, and what does it lead to?`,
    },
  ];
};

const GAIN = new RegExp(
  [
    '\\b(?:clean(?:s|ed|ing)?[ -]?ups?(?! (?:path|function|code path|handler|action|routine|label|on|',
    'after|when|of resources))|(?:improv|enhanc|beautif|optimi[sz])\\w{1,6} (?:the )?(?:\\w+ )',
    '{0,2}?(?:readability|code|maintainability|quality|style|structure|driver|handling|support)|',
    'tidy(?:ing)? ?up|refactor(?:ing|s|ed)?(?= |\\.|$)|(?:more|better) (?:readable|elegant|clean))\\b',
  ].join(''),
  'i',
);

const VARIOUS = new RegExp(
  [
    '\\b(?:various|misc(?:ellaneous|\\.)?|several|some|a (?:couple|number|few) of|multiple|random|',
    'assorted|minor|small) (?:minor |small |other |more |code |trivial |bug |style )?(?:fix(?:es)?|',
    'change(?:s)?|clean-?ups?|improvements|updates|tweaks|corrections|bug ?fixes|(?:compiler |build )',
    '?warnings|issues|problems|bugs)(?= *$|[.,:;]| (?:to|in|for|of|on|and)\\b)',
  ].join(''),
  'i',
);

const FASTER = new RegExp(
  [
    '\\b(?:(?:is|are|be|runs?|boots?|much|far|significantly|a lot|slightly|even) (?:much )?(?:faster|',
    'quicker|more (?:efficient|performant))|(?:improv|increas|boost|speed|optimi[sz])\\w{0,4} (?:up )',
    '?(?:the )?(?:\\w+ ){0,2}?(?:performance|speed|throughput|latency|efficiency|boot time)|(?:better|',
    'higher) (?:performance|throughput)|speeds? up|(?:reduc|decreas|sav|shrink)\\w{1,4} (?:the )',
    '?(?:\\w+ ){0,2}?(?:code size|binary size|image size|memory (?:usage|consumption|footprint)|',
    'footprint|overhead|boot time|latency))\\b',
  ].join(''),
  'i',
);

const TWO_NUMBERS = /\b\d+(?:[.,]\d+)?\s?\S{0,12}(?:\s\S+){0,6}?\s\d+(?:[.,]\d+)?\b/;
