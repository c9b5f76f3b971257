import type { MailedDiffLine, MailedHunk } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atLine } from './newUses.ts';

const MIXED = [
  {
    file: 'Documentation/process/5.Posting.rst',
    heading: 'Patch preparation',
    phrase: 'do not mix different types of',
  },
  {
    file: 'doc/develop/sending_patches.rst',
    heading: 'General Patch Submission Rules',
    phrase: 'done in separate patches marked as',
  },
];

type Changed = Pick<MailedHunk, 'lines'>;

const textOf = (hunk: Changed, mark: '+' | '-'): string =>
  hunk.lines.reduce((text, line) => (line.mark === mark ? text + line.text.replace(/\s+/g, '') : text), '');

const isWhitespaceOnly = (hunk: Changed): boolean => textOf(hunk, '+') === textOf(hunk, '-');

const firstChange = (hunk: Changed): MailedDiffLine | undefined => hunk.lines.find(({ mark }) => mark !== ' ');

/** Whether the code is moved to the right or left: then something around it may have changed. */
const isIndented = (hunk: Changed): boolean => {
  const side = (mark: '+' | '-') =>
    hunk.lines.flatMap((line) => (line.mark === mark && line.text.trim() !== '' ? [line.text.trim()] : []));
  const [before, after] = [side('-'), side('+')];
  return before.length > 0 && before.length === after.length && before.every((text, at) => text === after[at]);
};

// In these the blanks are part of what is said.
const isFree = (path: string): boolean => /\.[chS]$/.test(path);

/** Each run of changed lines by itself: two changes near each other share a hunk. */
const hunksOf = (patch: PatchMail) =>
  patch.diff.flatMap((file) =>
    file.hunks.flatMap(runsOf).map((hunk) => ({ path: file.path, hunk, isFree: isFree(file.path) })),
  );

const runsOf = ({ lines }: Changed): readonly Changed[] => {
  const runs: MailedDiffLine[][] = [];
  for (const [at, line] of lines.entries()) {
    if (line.mark === ' ') continue;
    if (at === 0 || lines[at - 1]?.mark === ' ') runs.push([]);
    runs.at(-1)?.push(line);
  }
  return runs.map((run) => ({ lines: run }));
};

const mixed = (patch: PatchMail): readonly Finding[] => {
  const hunks = hunksOf(patch);
  const blank = hunks.filter(({ hunk, isFree }) => isFree && isWhitespaceOnly(hunk));
  const tidied = blank.filter(({ hunk }) => !isIndented(hunk));
  const [first] = tidied;
  const line = first && firstChange(first.hunk);
  if (!first || !line || blank.length === hunks.length) return [];
  const places =
    tidied.length === 1 ? 'One place of this patch changes' : `${tidied.length} places of this patch change`;
  const what = `${places} only white space, the rest more: do they belong together?`;
  return [{ ...atLine(patch, first.path, line), what }];
};

const onlyWhitespace = (patch: PatchMail): readonly Finding[] => {
  const hunks = hunksOf(patch);
  const line = hunks[0] && firstChange(hunks[0].hunk);
  if (!line || patch.diff.some(({ isBinary, change }) => isBinary || change !== 'changed')) return [];
  if (!hunks.every(({ hunk, isFree }) => isFree && isWhitespaceOnly(hunk))) return [];
  return [
    {
      ...atLine(patch, hunks[0]?.path ?? '', line),
      what: 'The whole patch changes only white space: does work that follows need it?',
    },
  ];
};

const fixWithRename = (patch: PatchMail): readonly Finding[] => {
  const fixes = patch.trailers.find(({ token }) => token.toLowerCase() === 'fixes');
  const renamed = patch.diff.filter(({ change, hunks }) => change === 'renamed' && hunks.length === 0);
  if (!fixes || renamed.length === 0 || renamed.length === patch.diff.length) return [];
  const text = fixes.lines[0] ?? '';
  return [
    {
      patch,
      line: { text, at: fixes.at },
      span: [0, text.length],
      what: `A fix that also renames ${renamed[0]?.path}: do the two have to be one patch?`,
    },
  ];
};

const other = exampleDiff('mm/slab.c', [' {', '-\ta();', '+\tb();', ' }']);

const renames = `diff --git a/mm/a.c b/mm/b.c
similarity index 100%
rename from mm/a.c
rename to mm/b.c
`;

const tidied = ['-\tif(item)', '+\tif (item)'];

/** Several kinds of change in one patch, or one that is no change. */
export const oneChange: readonly PreflightRule[] = [
  {
    name: 'clean-up-mixed-in',
    title: 'white space is tidied in a patch that does something else',
    group: 'content',
    severity: 'note',
    sources: MIXED,
    covers: ['CHG-08'],
    why: 'What matters is hard to see among lines that only look different, and cannot be taken back by itself.',
    next: 'Send the tidying as a patch of its own before this one, or leave it out.',
    look: eachPatch(mixed),
    examples: [
      {
        given: {
          diff: exampleDiff('mm/slub.c', [' {', ...tidied, ' }']) + other,
        },
        finds: 'only white space, the rest more',
      },
      // Moved to the right, because something was put around it.
      {
        given: {
          diff: exampleDiff('mm/slub.c', [' {', '-\ta();', '+\t\ta();', ' }']) + other,
        },
      },
      { given: { diff: exampleDiff('mm/slub.c', [' {', ...tidied, ' }']) } },
      { given: {} },
    ],
  },
  {
    name: 'only-white-space',
    title: 'a patch of white space only',
    group: 'content',
    severity: 'note',
    sources: [
      {
        file: 'Documentation/process/4.Coding.rst',
        heading: 'Coding style',
        phrase: 'pure coding style fixes are seen as noise',
      },
    ],
    covers: ['CHG-08'],
    why: 'It costs a review, hides who wrote the line, and gets in the way of other patches to the same place.',
    next: 'Send it together with the work that needs it, as the first patch of that series; else let it be.',
    look: eachPatch(onlyWhitespace),
    examples: [
      { given: { diff: exampleDiff('mm/slub.c', [' {', ...tidied, ' }']) }, finds: 'only white space' },
      { given: { diff: exampleDiff('scripts/a.py', [' if a:', '-    b()', '+  b()']) } },
      { given: {} },
    ],
  },
  {
    name: 'fix-with-rename',
    title: 'a fix that renames files',
    group: 'content',
    severity: 'note',
    sources: MIXED.slice(0, 1),
    covers: ['CHG-08'],
    why: 'A fix is taken over into older releases; a rename makes that needlessly hard.',
    next: 'Make the fix first, alone, and rename in a later patch.',
    look: eachPatch(fixWithRename),
    examples: [
      {
        given: {
          trailers: ['Fixes: 123456789012 ("mm: add a")', 'Signed-off-by: Ada Made <ada@made.example>'],
          diff: renames + other,
        },
        finds: 'also renames mm/b.c',
      },
      { given: { trailers: ['Fixes: 123456789012 ("mm: add a")'] } },
    ],
  },
];
