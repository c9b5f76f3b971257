import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { notes, versionTold } from '../../../series/versionTold.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { editLines } from '../trailers/editLines.ts';

const FORM = { file: 'Documentation/process/submitting-patches.rst', heading: 'The canonical patch format' };
const RESPOND = { ...FORM, heading: 'Respond to review comments' };
const UBOOT = { file: 'doc/develop/sending_patches.rst', heading: 'Sending updated patch versions' };

const TELLS =
  /\bv\d|\bversions?\b|change|\bsince\b|differen|range-diff|rebase|review|update|dropp?ed|\bnew\b|\badd(?:ed)?\b/i;

/** The lines of notes that begin at `from`: up to an empty line that no list item or further version follows. */
const blockFrom = (body: readonly TextLine[], from: number): readonly TextLine[] => {
  let end = from + 1;
  while (end < body.length) {
    const { text } = body[end] as TextLine;
    const next = body[end + 1]?.text ?? '';
    if (text.trim() === '' && versionTold(next) === undefined && !/^\s*[-*+]\s/.test(next)) break;
    end++;
  }
  return body.slice(from, end);
};

const inMessage = eachPatch((patch): readonly Finding[] => {
  const from = patch.body.findIndex(({ text }) => versionTold(text) !== undefined);
  const line = patch.body[from];
  if (!line) return [];
  const what = `"${line.text.trim()}" stands in the commit message.`;
  return [{ patch, line, what, ...movedBelow(patch, from) }];
});

/** Takes the notes out and puts them behind the `---`, each line as it is. */
const movedBelow = (patch: PatchMail, from: number) => {
  if (!patch.cut) return undefined;
  const block = blockFrom(patch.body, from);
  const last = patch.body.indexOf(block.at(-1) as TextLine);
  const gap = patch.body[last + 1] ?? patch.message[patch.message.findIndex(({ at }) => at === block.at(-1)?.at) + 1];
  const empty = gap?.text === '' ? [{ line: gap, put: [] }] : [];
  const put = [patch.cut.text, ...block.map(({ text }) => text), ''];
  return editLines(patch, 'Move the version notes below the ---', [
    ...block.map((line) => ({ line, put: [] })),
    ...empty,
    { line: patch.cut, put },
  ]);
};

const isTold = ({ series }: Checked): boolean =>
  series.mails.some(
    (mail) =>
      inWords(notes(mail)).some(({ text }) => TELLS.test(text.slice(0, 300)))
      || mail.body.some(({ text }) => versionTold(text) !== undefined),
  );

const RANGE_DIFF = /^(?:range-diff|interdiff)(?: against v\d{1,3})?:?\s*$/i;

/** Without what git wrote: all lines of a range-diff are indented or begin with a number. */
const inWords = (lines: readonly TextLine[]): readonly TextLine[] => {
  const from = lines.findIndex(({ text }) => RANGE_DIFF.test(text));
  return lines.filter(
    ({ text }, index) => from < 0 || index < from || !/^(?:\s|\d+:|-:|range-diff|interdiff)/i.test(text),
  );
};

const untold = (checked: Checked): Looked => {
  const { series } = checked;
  if (series.version < 2 || series.mails.some(({ subject }) => subject.isResend)) return undefined;
  const [patch] = series.mails;
  if (!patch || isTold(checked)) return [];
  const { text, at, marks } = patch.subject;
  const mark = marks.find((one) => /^v\d+$/i.test(one)) ?? '';
  const from = Math.max(0, text.indexOf(mark));
  const isCompared = series.mails.some((mail) => notes(mail).some((line) => RANGE_DIFF.test(line.text)));
  const seen = isCompared ? 'only a range-diff' : 'nothing';
  const what = `This is version ${series.version}, and ${seen} says what changed since version ${series.version - 1}.`;
  const severity = isCompared ? ({ severity: 'warning' } as const) : undefined;
  return [{ patch, line: { text, at }, span: [from, from + mark.length], what, ...severity }];
};

const stale = ({ series }: Checked): Looked => {
  if (series.version < 2 || series.mails.some(({ subject }) => subject.isResend)) return undefined;
  const told = series.mails.flatMap((patch) =>
    notes(patch).flatMap((line) => {
      const version = versionTold(line.text);
      return version === undefined ? [] : [{ patch, line, version }];
    }),
  );
  const newest = told.reduce((best, { version }) => Math.max(best, version), 0);
  const at = told.find(({ version }) => version === newest);
  if (!at || newest >= series.version) return [];
  const what = `The notes end with version ${newest}; what changed in version ${series.version}?`;
  return [{ patch: at.patch, line: at.line, what }];
};

const onlyInCover = ({ series }: Checked): Looked => {
  const { cover, patches, version } = series;
  if (version < 2 || !cover || !notes(cover).some(({ text }) => versionTold(text) !== undefined)) return undefined;
  if (patches.some((patch) => notes(patch).some(({ text }) => TELLS.test(text.slice(0, 300))))) return [];
  const [patch] = patches;
  return patch ? [{ patch, what: 'Only the cover letter says what changed since the last version.' }] : [];
};

const V2 = '[PATCH v2] mm: slub: Count the objects once';
const V3 = '[PATCH v3] mm: slub: Count the objects once';

/** What changed since the last version, and where it is told. */
export const changelog: readonly PreflightRule[] = [
  {
    name: 'version-without-changelog',
    title: 'a new version that does not say what changed',
    group: 'versions',
    severity: 'error',
    sources: [
      { ...RESPOND, phrase: 'to the cover letter or to individual patches' },
      { ...UBOOT, phrase: 'a description of what you have changed compared' },
    ],
    covers: ['CHG-12'],
    why: 'Who read the last version wants to read only what is new, and to see that their comments were heard.',
    next: 'Below the --- of each patch, or in the cover letter, write what changed: "Changes in v2:" and a line for each point.',
    look: untold,
    examples: [
      { given: { subject: V2 }, finds: 'nothing says what changed' },
      {
        given: { subject: V2, below: 'Range-diff against v1:\n1:  0a1b2c3 ! 1:  4d5e6f7 mm: slub: Update once' },
        finds: 'only a range-diff says',
      },
      { given: { subject: V2, below: 'Changes in v2:\n- count in the loop' } },
      { given: { subject: V2, below: 'No code change, rebased only.' } },
      { given: { subject: V2, body: 'Why.\n\nv2: count in the loop' } },
      {
        given: [
          { subject: '[PATCH v2 0/1] x: y', diff: '', body: 'v1 -> v2: less' },
          { subject: '[PATCH v2 1/1] x: z' },
        ],
      },
      { given: { subject: '[PATCH v2 RESEND] mm: slub: Count once' } },
      { given: {} },
    ],
  },
  {
    name: 'version-notes-in-message',
    title: 'version notes above the ---',
    group: 'versions',
    severity: 'warning',
    sources: [
      { ...FORM, phrase: 'Please put this information **after**' },
      { ...UBOOT, phrase: 'which starts the "comment section"' },
    ],
    covers: ['CHG-11'],
    why: 'The history keeps the message, and nobody there has seen version 1. The maintainer has to cut it out by hand.',
    next: 'Move these lines below the --- line.',
    look: inMessage,
    examples: [
      {
        given: { subject: V2, body: 'Why.\n\nChanges in v2:\n- count in the loop' },
        finds: 'stands in the commit message',
      },
      { given: { subject: V2, body: 'Why.\n\nv2: count in the loop' }, finds: '"v2: count in the loop"' },
      { given: { subject: V2, body: 'Why.\n\nV1 -> V2: less' }, finds: 'stands in' },
      { given: { subject: V2, below: 'Changes in v2:\n- count in the loop' } },
      { given: { body: 'The v2 format of the header changes in every release.\nv3 hardware needs it.' } },
    ],
  },
  {
    name: 'changelog-without-this-version',
    title: 'the version notes stop before this version',
    group: 'versions',
    severity: 'warning',
    sources: [
      { ...RESPOND, phrase: 'to the cover letter or to individual patches' },
      { ...UBOOT, phrase: 'a description of what you have changed compared' },
    ],
    covers: ['CHG-12'],
    why: 'The newest step is the one that reviewers have not seen.',
    next: 'Add what changed in this version on top of the notes.',
    look: stale,
    examples: [
      { given: { subject: V3, below: 'Changes in v2:\n- count in the loop' }, finds: 'end with version 2' },
      { given: { subject: V3, below: 'Changes since v2:\n- less' } },
      { given: { subject: V3, below: 'v2 -> v3: less\nv1 -> v2: more' } },
      { given: { subject: V3, below: 'Less text than before.' } },
      { given: { subject: V2 } },
    ],
  },
  {
    name: 'changelog-only-in-cover',
    title: 'the patches do not say what changed, only the cover letter does',
    group: 'versions',
    severity: 'warning',
    sources: [{ ...UBOOT, phrase: 'to provide a change log in some cover' }],
    covers: ['CHG-12'],
    why: 'The cover letter is not part of the queue in which reviewers see the patches.',
    next: 'Write below the --- of each patch what changed in it.',
    look: onlyInCover,
    examples: [
      {
        given: [
          { subject: '[PATCH v2 0/1] x: y', diff: '', body: 'Changes in v2:\n- less' },
          { subject: '[PATCH v2 1/1] x: z' },
        ],
        finds: 'Only the cover letter',
      },
      {
        given: [
          { subject: '[PATCH v2 0/1] x: y', diff: '', body: 'Changes in v2:\n- less' },
          { subject: '[PATCH v2 1/1] x: z', below: 'v2: less' },
        ],
      },
    ],
  },
];
