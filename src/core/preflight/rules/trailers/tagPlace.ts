import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { editLines } from './editLines.ts';
import { nearestTag } from './nearestTag.ts';

const FORM = { file: 'Documentation/process/submitting-patches.rst', heading: 'The canonical patch format' };
const UBOOT = { file: 'doc/develop/sending_patches.rst', heading: 'Commit message conventions' };

const TAG = /^(?:Signed-off|Co-developed|Reviewed|Acked|Tested|Reported|Suggested)-by: \S.*@/;
const ANY_TAG = /^[A-Za-z][A-Za-z-]*: \S/;

/** Misspelled ones too: `Signed-Off-By:`, `reviewed by :`. */
const LOOSE_TAG =
  /^((?:signed[ _-]off|co[ _-]developed|reviewed|acked|tested|reported|suggested)[ _-]by)[ \t]*:[ \t]*\S.*@/i;

/** Tags above the paragraph that git takes as trailers. */
const aboveTrailers = eachPatch((patch): readonly Finding[] => {
  // A misspelled one in the last paragraph is judged by its spelling.
  const last = patch.message[patch.message.findLastIndex(({ text }) => text.trim() === '') + 1]?.at ?? 0;
  const line = patch.body.find(({ text, at }) => TAG.test(text) || (at < last && LOOSE_TAG.test(text)));
  if (!line) return [];
  const [, token = ''] = LOOSE_TAG.exec(line.text) ?? [];
  const meant = nearestTag(token);
  const spelling = TAG.test(line.text) || meant === undefined ? '' : ` Its name is written "${meant}:".`;
  const what = `git does not see "${line.text.slice(0, 80)}" as a trailer: ${reason(patch)}${spelling}`;
  return [{ patch, line, what, ...closedGaps(patch, line) }];
});

const reason = ({ trailers }: PatchMail): string =>
  trailers.length > 0 ? 'it is not in the last paragraph.' : 'the last paragraph of the message holds other text.';

/** Where only empty lines part this tag's paragraph from the trailers, they can go. */
const closedGaps = (patch: PatchMail, line: TextLine) => {
  const from = patch.message.findIndex(({ at }) => at === line.at);
  const tail = patch.message.slice(from);
  if (!tail.every(({ text }) => text.trim() === '' || ANY_TAG.test(text))) return undefined;
  const gaps = tail.filter(({ text }) => text.trim() === '').map((gap) => ({ line: gap, put: [] }));
  return gaps.length === 0 ? undefined : editLines(patch, 'Drop the empty lines between the tags', gaps);
};

const belowCut = eachPatch((patch) => {
  const lost = patch.below.filter(({ text }) => TAG.test(text));
  const [line] = lost;
  if (!line) return [];
  const isSignOff = /^signed-off-by/i.test(line.text);
  const what = `"${line.text.slice(0, 80)}" stands below the ---, where git am drops it.`;
  return [{ patch, line, what, ...(!isSignOff && { severity: 'warning' as const }) }];
});

const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const ACKED = 'Acked-by: Bo Other <bo@other.example>';

/** Where tags stand. */
export const tagPlace: readonly PreflightRule[] = [
  {
    name: 'tag-above-trailers',
    title: 'tags that git does not see as trailers',
    group: 'trailers',
    severity: 'warning',
    sources: [
      { ...FORM, phrase: 'lines, described above, which will' },
      { ...UBOOT, phrase: 'End your log message with S.O.B.' },
    ],
    covers: ['TAG-20'],
    why: 'git and the maintainers’ tools read tags only in the last paragraph; b4 and git log then miss these.',
    next: 'Put all tags into one block at the end of the message, without empty lines or text between them.',
    look: aboveTrailers,
    examples: [
      { given: { trailers: [ACKED, '', SIGNED] }, finds: 'it is not in the last paragraph' },
      {
        given: { trailers: [SIGNED, '', 'This is some more prose about it,', 'over two lines.'] },
        finds: 'holds other text',
      },
      {
        given: { trailers: ['Signed-Off-By: Ada Made <ada@made.example>', '', SIGNED] },
        finds: 'Its name is written "Signed-off-by:"',
      },
      { given: { trailers: ['reviewed by : Bo Other <bo@other.example>', '', SIGNED] }, finds: '"Reviewed-by:"' },
      { given: { trailers: [ACKED, SIGNED] } },
      { given: { body: 'The tool wrote:\n  Acked-by: Bo Other <bo@other.example>' } },
    ],
  },
  {
    name: 'tag-below-cut',
    title: 'tags below the ---',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...FORM, phrase: 'marker line serves the essential purpose' },
      { ...UBOOT, phrase: 'End your log message with S.O.B.' },
    ],
    covers: ['CHG-13'],
    why: 'Whoever applies the patch loses them, the sign-off too.',
    next: 'Move them above the ---.',
    look: belowCut,
    examples: [
      { given: { trailers: [], below: SIGNED }, finds: 'where git am drops it' },
      { given: { below: `Changes in v2:\n- added ${ACKED}\n  ${ACKED}` } },
      { given: {} },
    ],
  },
];
