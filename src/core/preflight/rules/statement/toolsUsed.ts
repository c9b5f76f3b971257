import type { PatchMail } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';
import type { ToolsUsed } from '../../facts.ts';
import { known } from '../../known.ts';
import type { Checked, Finding, Looked, PreflightRule } from '../../rule.ts';
import { fixesLines } from '../trailers/fixesLine.ts';
import { trailerLine, trailersNamed } from '../trailers/trailersNamed.ts';

const GENERATED = 'Documentation/process/generated-content.rst';
const NEWER = '6.12';
const GUIDELINES = { file: GENERATED, heading: 'Guidelines', newerThan: NEWER };
const SCOPE = { file: GENERATED, heading: 'In Scope', newerThan: NEWER };
const BUGS = {
  file: 'Documentation/process/coding-assistants.rst',
  heading: 'Procedure for finding and fixing bugs',
  newerThan: NEWER,
};

/** The person is asked, never guessed: without their answer nothing is known. */
const askTools =
  (look: (tools: ToolsUsed, checked: Checked) => readonly Finding[]) =>
  (checked: Checked): Looked => {
    const { tools } = checked.facts;
    return tools.known ? look(tools.value, checked) : { unknown: tools.because, settle: tools.settle };
  };

const DISCLOSED = anyOf(
  /\b(?:assisted|generated|written|suggested|found) (?:by|with|using)\b/,
  /\b(?:produced|created|drafted|translated) (?:by|with|using)\b|\bwith the help of\b/,
);

const textOf = (mail: PatchMail): readonly string[] => [...mail.message, ...mail.below].map(({ text }) => text);

const undisclosed = askTools((tools, { series }): readonly Finding[] => {
  const [patch] = series.mails;
  if (!tools.used || !patch) return [];
  const [name = ''] = tools.says
    .trim()
    .toLowerCase()
    .split(/[\s:,]/, 1);
  const tells = (mail: PatchMail): boolean =>
    trailersNamed(mail, 'assisted-by').length > 0
    || textOf(mail).some((text) => DISCLOSED.test(text) || (name.length > 2 && text.toLowerCase().includes(name)));
  if (series.mails.some(tells)) return [];
  return [{ patch, what: `You said "${tools.says.slice(0, 100)}"; the patch does not say it.` }];
});

const denied = askTools((tools, { series }): readonly Finding[] =>
  tools.used
    ? []
    : series.mails.flatMap((patch) =>
        trailersNamed(patch, 'assisted-by').map((trailer) => ({
          patch,
          line: trailerLine(trailer),
          what: `You said that no such tool was used; the patch says "${trailer.value.slice(0, 100)}".`,
        })),
      ),
);

const PROOF = anyOf(
  /\btest(?:s|ed|ing)?\b|\b(?:un|compile[- ]|self)tests?(?:ed)?\b|\bKUnit\b/,
  /\breproduc|\bboot(?:s|ed)?\b|\bverif(?:y|ied)\b|\bcould not\b/,
);

const unproven = askTools((tools, { series }): readonly Finding[] =>
  tools.used
    ? series.patches
        .filter((patch) => fixesLines(patch).length > 0)
        .filter(
          (patch) =>
            ![...textOf(patch), ...(series.cover ? textOf(series.cover) : [])].some((text) => PROOF.test(text)),
        )
        .map((patch) => ({ patch, what: 'How was the bug seen, and how was the fix tried? The patch does not say.' }))
    : [],
);

const defend = askTools((tools, { series }): readonly Finding[] => {
  const [patch] = series.mails;
  if (!tools.used || !patch) return [];
  return [
    {
      patch,
      what: `A tool had a part in this ("${tools.says.slice(0, 100)}"). Can you explain every line of it yourself?`,
    },
  ];
});

const USED = { tools: known<ToolsUsed>({ used: true, says: 'Agent:model-1 wrote the loop' }) };
const NONE = { tools: known<ToolsUsed>({ used: false }) };
const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const FIXES = 'Fixes: 54a4f0239f2e ("mm: slub: Keep two lists")';

/** What the person says about the tools that wrote for them, against what the patch says. */
export const toolsUsed: readonly PreflightRule[] = [
  {
    name: 'tools-not-disclosed',
    title: 'a tool wrote parts of it, and the patch does not say so',
    group: 'statement',
    severity: 'warning',
    sources: [
      { ...GUIDELINES, phrase: 'be transparent about the origin of content' },
      { ...SCOPE, phrase: 'choose transparency and assume these guidelines apply' },
    ],
    covers: ['AI-07', 'AI-08'],
    why: 'Reviewers read generated code differently; to find out later costs trust.',
    next: 'Add "Assisted-by: AGENT:MODEL" above your sign-off, and say which parts the tool wrote and how you tested.',
    look: undisclosed,
    examples: [
      { given: {}, facts: USED, finds: 'the patch does not say it' },
      { given: { trailers: ['Assisted-by: Agent:model-1', SIGNED] }, facts: USED },
      { given: { below: 'The loop was written by a model and reviewed by me.' }, facts: USED },
      { given: {}, facts: NONE },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'tools-denied-but-named',
    title: 'you say no tool, the patch names one',
    group: 'statement',
    severity: 'warning',
    sources: [{ ...GUIDELINES, phrase: 'be transparent about the origin of content' }],
    covers: ['AI-07'],
    why: 'One of the two is wrong, and the history keeps the one in the patch.',
    next: 'Correct the tag, or your answer: patchling check … --tools "NAME:VERSION what it wrote"',
    look: denied,
    examples: [
      { given: { trailers: ['Assisted-by: Agent:model-1', SIGNED] }, facts: NONE, finds: 'no such tool' },
      { given: {}, facts: NONE },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'assisted-fix-without-proof',
    title: 'a fix by a tool that nobody says was tried',
    group: 'statement',
    severity: 'note',
    sources: [{ ...BUGS, phrase: 'attempting to create a reproducer to demonstrate it' }],
    covers: ['AI-03', 'AI-04'],
    why: 'Many bugs that tools report are none; maintainers lose hours on them.',
    next: 'Say how you made the bug happen and that the fix stops it, or say plainly what could not be tested.',
    look: unproven,
    examples: [
      { given: { trailers: [FIXES, SIGNED] }, facts: USED, finds: 'how was the fix tried' },
      { given: { trailers: [FIXES, SIGNED], below: 'Compile-tested only.' }, facts: USED },
      { given: { trailers: [FIXES, SIGNED] }, facts: NONE },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'generated-parts-to-defend',
    title: 'you answer for what the tool wrote',
    group: 'statement',
    severity: 'note',
    sources: [{ ...GUIDELINES, phrase: 'understand and to be able to defend' }],
    covers: ['AI-09', 'AI-10'],
    why: 'Maintainers may ask more about such patches, or refuse them; the answers have to be yours.',
    next: 'Read it again line by line. What you cannot explain, take out or learn first.',
    look: defend,
    examples: [
      { given: {}, facts: USED, finds: 'Can you explain every line' },
      { given: {}, facts: NONE },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
];
