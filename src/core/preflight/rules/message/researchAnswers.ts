import type { PatchMail } from '../../../patch/patchMail.ts';
import { messageSignals } from '../../messageSignals.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type PreflightRule } from '../../rule.ts';
import { type Said, saidInProse } from '../../saidInProse.ts';

const found = 'Our static analysis tool found that the list may be freed twice.';
const answered = `The list is freed twice when a device is removed during probe, which
crashes the machine.

Found by our static analysis tool on v6.12. Free it once. Built for x86_64
and booted under QEMU.`;

/** What a patch must tell that a tool led to. */
export const researchAnswers: readonly PreflightRule[] = [
  {
    name: 'tool-finding-half-told',
    title: 'a patch that a tool led to leaves questions open',
    group: 'why',
    severity: 'note',
    sources: [messageSources.research('the commit logs should contain at least')],
    covers: ['RES-01'],
    why:
      'A tool knows a pattern, not the code around it; without these answers the maintainer '
      + 'must find out alone whether there is a bug at all.',
    next: 'Answer them in the message: how the problem is reached, its effect, the version, how the fix was tested.',
    look: eachPatch((patch) => {
      const said = toolNamed(patch);
      const open = said ? openQuestions(patch) : [];
      if (!said || open.length === 0) return [];
      const { line, span } = said;
      return [{ patch, line, span, what: `"${said.words}": a tool led to this. ${open.join(' ')}` }];
    }),
    examples: [
      { given: { body: found }, finds: 'On which version' },
      { given: { body: found }, finds: 'How was the fix tested' },
      { given: { body: answered } },
      { given: {} },
      { given: { body: 'Teach the static analysis of this tree one more type.' } },
    ],
  },
  {
    name: 'tool-finding-unreviewed',
    title: 'a patch that a tool led to names no reviewer',
    group: 'why',
    severity: 'note',
    sources: [messageSources.research('first time contributor it is recommended')],
    covers: ['RES-02'],
    why: 'Who is new does not know yet what a reviewer would ask; somebody who does can save the list one or two rounds.',
    next: 'If this is one of your first patches, ask somebody who knows the code to read it, and add their Reviewed-by:.',
    look: eachPatch((patch) => {
      const said = patch.trailers.some(({ token }) => /^(?:reviewed|acked|tested)-by$/i.test(token))
        ? undefined
        : toolNamed(patch);
      if (!said) return [];
      const { line, span } = said;
      return [{ patch, line, span, what: 'Has anybody who knows this code read the patch before the list does?' }];
    }),
    examples: [
      { given: { body: found }, finds: 'Has anybody' },
      { given: { body: found, trailers: ['Reviewed-by: B <b@made.example>', 'Signed-off-by: A <a@made.example>'] } },
      { given: {} },
    ],
  },
];

const TOOL = new RegExp(
  [
    '\\b(?:(?:found|discovered|detected|identified|spotted|reported|caught|flagged)\\s(?:\\w+\\s)',
    '{0,3}?(?:by|using|with|via|through|during)\\s(?:\\w+\\s){0,4}?(?:static anal\\w+|fuzz\\w*|syzkaller|',
    'coverity|smatch|coccinelle|clang static|cppcheck|code ?ql|svace|svacer|tool|analy[sz]er|',
    'linux verification center)|our (?:static )?(?:analysis |fuzzing )?(?:tool|analy[sz]er|fuzzer)|',
    '(?:static analysis (?:tool )?|fuzz\\w* )(?:found|reports?|reported|detected|discovered))\\b',
  ].join(''),
  'i',
);

const toolNamed = (patch: PatchMail): Said | undefined => saidInProse(patch, TOOL);

const openQuestions = (patch: PatchMail): readonly string[] => {
  const { hasScene, hasSymptom } = messageSignals(patch);
  const asks: readonly (readonly [boolean, string])[] = [
    [hasScene, 'How is the problem reached on a running system?'],
    [hasSymptom, 'What does it do to the system?'],
    [VERSION.test(words(patch)), 'On which version was it found?'],
    [TESTED.test(words(patch)), 'How was the fix tested?'],
  ];
  return asks.filter(([isAnswered]) => !isAnswered).map(([, question]) => question);
};

const VERSION = /\bv?\d\.\d{1,2}(?:\.\d+)?(?:-rc\d+)?\b|linux-next|next-20\d{6}|\bmainline\b|\bfixes: /i;
const TESTED = new RegExp(
  [
    '\\b(?:tested|builds?|built|compiled?|boot(?:s|ed)?|ran|qemu|reproducer|no longer (?:warns|',
    'reports|crashes)|runtime|kunit|selftests?)\\b',
  ].join(''),
  'i',
);

const words = ({ message }: PatchMail): string =>
  message
    .map(({ text }) => text.slice(0, 200))
    .join('\n')
    .slice(0, 20_000);
