import type { TextLine } from '../../../mail/mail.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { anyOf } from '../../anyOf.ts';
import { eachMail, eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const DIFFSTAT = /^ \S.*\|\s+(?:\d|Bin\b)|^\s*\d+ files? changed\b|^ (?:create|delete|rename|copy|mode change) /;
const VERSION_NOTE =
  /^\W*(?:v\d|changes\b|changelog\b|change log\b|since v|base-commit|prerequisite|change-id|range-diff|interdiff)/i;
const ON_TOP = /\b(?:depends? on|dependent on|applies (?:on top of|after)|(?:based|goes|go|is|are) on top of)\b/;
const DEPENDS = new RegExp(`${ON_TOP.source}.*\\b(?:series|patch|patches|patchset|patch set)\\b`, 'i');
const NAMED = anyOf(
  /https?:\/\/|@|\b[0-9a-f]{12,40}\b/,
  /\b(?:this|the (?:previous|next|first|last|preceding|following)) (?:series|patch)/,
  /\bpatch(?:es)? \d|\b\d+\/\d+\b/,
);

/** The parts of a patch mail: the message, `---`, the notes, the diff. */
export const patchParts: readonly PreflightRule[] = [
  {
    name: 'cut-line-missing',
    title: 'no line of three dashes ends the message',
    group: 'message',
    severity: 'error',
    sources: [
      writtenIn.canonicalFormat('marker line serves the essential purpose'),
      writtenIn.ubootRules("Additional comments which you don't want included"),
    ],
    covers: ['CHG-13'],
    why: 'Tools find the end of the message by it.',
    next: 'Let git format-patch write the mail, or put a line of three dashes before the diff.',
    look: eachPatch((patch) => {
      const [first] = patch.diff;
      if (patch.cut || !first) return [];
      const line = lineAt(patch, first.at);
      const edits = [{ first: first.at, count: 0, put: ['---', ''] }];
      const mend = isPlain(patch) && { mend: { says: 'Put three dashes before the diff', edits } };
      return [
        { patch, ...(line && { line }), what: 'The diff begins without a line of three dashes before it.', ...mend },
      ];
    }),
    examples: [
      {
        given: { diff: '', body: 'It counts twice.\n\ndiff --git a/m b/m\n--- a/m\n+++ b/m\n@@ -1 +1 @@\n-a\n+b' },
        finds: 'three dashes',
      },
      { given: {} },
    ],
  },
  {
    name: 'diffstat-missing',
    title: 'no diffstat stands before the diff',
    group: 'message',
    severity: 'note',
    sources: [writtenIn.canonicalFormat('especially useful on bigger patches')],
    covers: ['CHG-14'],
    why: 'It is the first thing a maintainer looks at: which files, and how much.',
    next: 'Let git format-patch write it; take --no-stat out of your settings.',
    look: eachPatch((patch) =>
      patch.cut && patch.diff.length > 1 && !patch.below.some(({ text }) => DIFFSTAT.test(text))
        ? [
            {
              patch,
              line: patch.cut,
              what: `Was the diffstat of these ${patch.diff.length} files left out on purpose?`,
            },
          ]
        : [],
    ),
    examples: [{ given: bare('a', 'b'), finds: 'these 2 files' }, { given: bare('a') }, { given: {} }],
  },
  {
    name: 'message-below-cut',
    title: 'the message is empty, its text stands below the three dashes',
    group: 'message',
    severity: 'warning',
    sources: [
      writtenIn.canonicalFormat('Any additional comments not suitable for the changelog'),
      writtenIn.ubootRules("Additional comments which you don't want included"),
    ],
    covers: ['CHG-17'],
    why: 'git am throws away what stands there, and the commit is left without a reason.',
    next: "Move the text into the commit's message: git commit --amend.",
    look: ({ series: { patches } }) => {
      const [patch] = patches;
      if (!patch || patches.length > 1 || patch.body.length > 0) return undefined;
      const prose = patch.below.findIndex(({ text }) => text.trim().split(/\s+/).length >= 4 && !DIFFSTAT.test(text));
      const isNote = patch.below.slice(0, prose).some(({ text }) => VERSION_NOTE.test(text));
      const line = patch.below[prose];
      if (!line || isNote || VERSION_NOTE.test(line.text)) return [];
      return [{ patch, line, what: 'The commit would have no text; what explains it stands below the three dashes.' }];
    },
    examples: [
      { given: { body: '', below: 'The objects of the second list are counted twice.' }, finds: 'would have no text' },
      { given: { body: '', below: 'Changes in v2:\n- count the objects only once' } },
      { given: { body: '' } },
      { given: { below: 'The objects of the second list are counted twice.' } },
    ],
  },
  {
    name: 'diff-missing',
    title: 'the mail says it is a patch and holds none',
    group: 'series',
    severity: 'error',
    sources: [
      writtenIn.formatting('The patch itself, in the unified'),
      writtenIn.ubootRules('This email does not contain a patch'),
    ],
    covers: ['RCP-13'],
    why: 'git am stops at it: there is nothing to apply.',
    next: 'Make the mail anew: git format-patch -1 COMMIT. A cover letter has the number 0/n.',
    look: eachMail((patch) => {
      const { subject, diff, isCover, damage } = patch;
      const isPatch = subject.marks.some((mark) => /^patch/i.test(mark)) && !/^\s*re:/i.test(subject.text);
      if (isCover || subject.number === 0 || !isPatch || diff.length > 0 || damage.length > 0) return [];
      return [{ patch, what: 'No diff was found in this mail.' }];
    }),
    examples: [
      { given: { diff: '' }, finds: 'No diff was found' },
      { given: { subject: '[PATCH 0/2] mm: All', diff: '' } },
      { given: { subject: 'Re: [PATCH] mm: One', diff: '' } },
      { given: {} },
    ],
  },
  {
    name: 'dependency-not-named',
    title: 'it depends on another series that is not named',
    group: 'series',
    severity: 'note',
    sources: [writtenIn.separateChanges('this patch depends on patch X')],
    covers: ['CHG-15'],
    why: 'Nobody can apply it without knowing what comes first.',
    next: 'Link to the mail of that series, or: git format-patch --base=COMMIT, which lists what lies between.',
    look: ({ series: { mails } }) =>
      mails.some(({ base }) => base.prerequisites.length > 0) ? [] : mails.flatMap(dependency),
    examples: [
      { given: { below: 'This depends on my cleanup series.' }, finds: 'Which series' },
      { given: { below: 'This depends on my cleanup series:\nhttps://lore.kernel.org/r/1@made.example' } },
      { given: { body: 'The next patch depends on this patch.' } },
    ],
  },
];

const dependency = (patch: PatchMail): readonly Finding[] => {
  const lines = [...patch.body, ...patch.below];
  const at = lines.findIndex(({ text }) => DEPENDS.test(text.slice(0, LONGEST)));
  const line = lines[at];
  if (!line || lines.slice(Math.max(at - 1, 0), at + 5).some(({ text }) => NAMED.test(text))) return [];
  return [{ patch, line, what: `"${line.text.trim()}": Which series is that, and where can one get it?` }];
};

/** A line longer than this is no sentence. */
const LONGEST = 500;

const lineAt = ({ mail }: PatchMail, at: number): TextLine | undefined => mail.lines.find((line) => line.at === at);

/** Whether what is decoded stands so in the file. */
const isPlain = ({ mail }: PatchMail): boolean =>
  mail.parts.every(({ encoding }) => /^(?:7bit|8bit|binary|)$/.test(encoding));

// Used by the examples above, hence hoisted.
function bare(...files: readonly string[]) {
  const diff = files.map((file) => `diff --git a/${file} b/${file}\n--- a/${file}\n+++ b/${file}\n@@ -1 +1 @@\n-a\n+b`);
  return { diff: '', body: `It counts twice.\n---\n${diff.join('\n')}`, trailers: [] };
}
