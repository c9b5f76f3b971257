import { namedPerson, personText } from '../../../patch/namedPerson.ts';
import { eachMail, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { trailerLine, trailersNamed, valueSpan } from '../trailers/trailersNamed.ts';
import { BASIC_TOOLS, isAssistant } from './isAssistant.ts';

const ASSISTANTS = 'Documentation/process/coding-assistants.rst';
const NEWER = '6.12';
const SIGNING = {
  file: ASSISTANTS,
  heading: 'Signed-off-by and Developer Certificate of Origin',
  phrase: 'AI agents MUST NOT add Signed-off-by tags',
  newerThan: NEWER,
};
const ATTRIBUTION = { file: ASSISTANTS, heading: 'Attribution', newerThan: NEWER };
const CERTIFICATE = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: "Sign your work - the Developer's Certificate of Origin",
  phrase: 'using a known identity',
};
const OLDER_CERTIFICATE = { ...CERTIFICATE, phrase: 'using your real name', olderThan: '6.12' };
const CO_AUTHOR = {
  file: 'Documentation/process/submitting-patches.rst',
  heading: 'When to use Acked-by:, Cc:, and Co-developed-by:',
  phrase: 'every Co-developed-by: must be immediately followed',
};
const CHECKPATCH = {
  file: 'Documentation/dev-tools/checkpatch.rst',
  heading: 'Commit message',
  phrase: 'does not fall in line with the standards',
};
const UBOOT = {
  file: 'doc/develop/process.rst',
  heading: 'Review Process, Git Tags',
  phrase: 'using a known identity and email address',
};

const byAssistant = (says: (who: string) => string, ...tokens: readonly string[]) =>
  eachPatch((patch): readonly Finding[] =>
    trailersNamed(patch, ...tokens)
      .map((trailer) => ({ trailer, person: namedPerson(trailer.value) }))
      .filter(({ person }) => isAssistant(person))
      .map(({ trailer, person }) => ({
        patch,
        line: trailerLine(trailer),
        span: valueSpan(trailer),
        what: says(personText(person)),
      })),
  );

const malformed = eachPatch((patch) =>
  trailersNamed(patch, 'assisted-by')
    .filter(({ value }) => !/^[^\s:<@]+:[^\s:][^\s]*(?:\s+[^\s<>@]+)*$/.test(value.slice(0, 1000)))
    .map((trailer) => ({
      patch,
      line: trailerLine(trailer),
      span: valueSpan(trailer),
      what: `"${trailer.value.slice(0, 100)}" is not AGENT:MODEL, with special tools behind it.`,
    })),
);

const basicTools = eachPatch((patch) =>
  trailersNamed(patch, 'assisted-by').flatMap((trailer): readonly Finding[] => {
    const tools = trailer.value
      .replace(/[[\],]/g, ' ')
      .split(/\s+/)
      .filter((tool) => BASIC_TOOLS.has(tool.toLowerCase()));
    if (tools.length === 0) return [];
    return [
      { patch, line: trailerLine(trailer), span: valueSpan(trailer), what: `Everybody uses ${tools.join(', ')}.` },
    ];
  }),
);

const FOOTER =
  /^[^\p{L}\p{N}]{0,8}(?:generated|created|written|authored|assisted) (?:with|by|using) \[?([\w ]{2,20})/iu;
const PROGRAM = /^(?:claude|chat ?gpt|(?:github )?copilot|codex|cursor|gemini|aider|devin|an? (?:ai|llm))\b/i;

const footer = eachMail((patch) =>
  patch.message
    .filter(({ text }) => PROGRAM.test(FOOTER.exec(text)?.[1] ?? ''))
    .map((line) => ({ patch, line, what: `"${line.text.trim().slice(0, 100)}" is a line that a program left.` })),
);

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const given = (...trailers: readonly string[]) => ({ trailers: [...trailers, SIGNED] });

/** What a program that writes code may sign, and how it is named. */
export const assistants: readonly PreflightRule[] = [
  {
    name: 'sign-off-by-assistant',
    title: 'a program signs off',
    group: 'statement',
    severity: 'error',
    sources: [SIGNING, CERTIFICATE, OLDER_CERTIFICATE, UBOOT],
    covers: ['AI-01'],
    why: 'Only a person can certify where code comes from and answer for it.',
    next: 'Take the line out. Sign off yourself, once you have read and understood every line: git commit --amend -s',
    look: byAssistant((who) => `${who} is a program, and a sign-off is a person’s word.`, 'signed-off-by'),
    examples: [
      { given: given('Signed-off-by: Claude <noreply@anthropic.com>'), finds: 'is a program' },
      { given: given('Signed-off-by: Copilot <198982749+Copilot@users.noreply.github.com>'), finds: 'is a program' },
      { given: given('Signed-off-by: Claude Code <x@y.example>'), finds: 'is a program' },
      {
        given: given(
          'Signed-off-by: Claude Martin <claude@martin.example>',
          'Signed-off-by: Devin Moore <devin@moore.example>',
          'Signed-off-by: Jo Doe <jo@anthropic.com>',
        ),
      },
      { given: {} },
    ],
  },
  {
    name: 'assistant-as-developer',
    title: 'a program is named as an author',
    group: 'statement',
    severity: 'error',
    sources: [{ ...ATTRIBUTION, phrase: 'should include an Assisted-by tag' }, CO_AUTHOR],
    covers: ['AI-02'],
    why: 'A co-author has to sign off, which a program cannot; its help is stated in another way.',
    next: 'Write instead: Assisted-by: AGENT:MODEL',
    look: byAssistant((who) => `${who} is a program, not a developer.`, 'co-developed-by', 'co-authored-by'),
    examples: [
      { given: given('Co-developed-by: Claude <noreply@anthropic.com>'), finds: 'not a developer' },
      { given: given('Co-authored-by: Copilot <copilot@github.com>'), finds: 'not a developer' },
      { given: given('Co-developed-by: Bo Other <bo@other.example>', 'Signed-off-by: Bo Other <bo@other.example>') },
    ],
  },
  {
    name: 'assistant-as-reviewer',
    title: 'a program is named as a reviewer',
    group: 'statement',
    severity: 'warning',
    sources: [
      { ...ATTRIBUTION, phrase: 'should include an Assisted-by tag' },
      { ...CERTIFICATE, heading: "Reviewer's statement of oversight", phrase: 'I have carried out a technical review' },
    ],
    covers: ['AI-02'],
    why: 'The tag is a person’s statement that maintainers weigh by knowing the person.',
    next: 'Take the line out; if the program’s review changed the patch, name it: Assisted-by: AGENT:MODEL',
    look: byAssistant(
      (who) => `${who} is a program; reviewed, acked and tested are a person’s word.`,
      'reviewed-by',
      'acked-by',
      'tested-by',
    ),
    examples: [
      { given: given('Reviewed-by: ChatGPT 5 <noreply@openai.com>'), finds: 'is a program' },
      { given: given('Reviewed-by: Bo Other <bo@other.example>') },
    ],
  },
  {
    name: 'assisted-by-malformed',
    title: 'Assisted-by is not in its form',
    group: 'statement',
    severity: 'warning',
    sources: [{ ...ATTRIBUTION, phrase: 'Assisted-by: AGENT_NAME:MODEL_VERSION' }, CHECKPATCH],
    covers: ['AI-02'],
    why: 'Counted over years, these tags show what such tools do to the code; that needs the same form everywhere.',
    next: 'Write for example: Assisted-by: Agent:model-1 coccinelle',
    look: malformed,
    examples: [
      { given: given('Assisted-by: Some Agent <agent@made.example>'), finds: 'is not AGENT:MODEL' },
      { given: given('Assisted-by: Agent'), finds: 'is not AGENT:MODEL' },
      { given: given('Assisted-by: Agent:model-1', 'Assisted-by: Agent:model-1 [coccinelle] [sparse]') },
      { given: {} },
    ],
  },
  {
    name: 'assisted-by-basic-tool',
    title: 'Assisted-by lists a tool that everybody uses',
    group: 'statement',
    severity: 'note',
    sources: [{ ...ATTRIBUTION, phrase: 'Basic development tools (git, gcc, make, editors)' }],
    covers: ['AI-02'],
    why: 'It hides the tools that matter among those that do not.',
    next: 'Leave it out.',
    look: basicTools,
    examples: [
      { given: given('Assisted-by: Agent:model-1 git sparse'), finds: 'Everybody uses git' },
      { given: given('Assisted-by: Agent:model-1 coccinelle sparse') },
    ],
  },
  {
    name: 'assistant-footer',
    title: 'a program’s own line in the message',
    group: 'statement',
    severity: 'warning',
    sources: [{ ...ATTRIBUTION, phrase: 'should include an Assisted-by tag' }],
    covers: ['AI-02', 'AI-07'],
    why: 'It looks as if nobody had read the message before it was sent.',
    next: 'Take it out, and state the tool in its tag: Assisted-by: AGENT:MODEL',
    look: footer,
    examples: [
      { given: { body: 'Why.\n\n🤖 Generated with [Claude Code](https://made.example)' }, finds: 'a program left' },
      { given: { body: 'The table is generated by a script, written by hand before.' } },
    ],
  },
];
