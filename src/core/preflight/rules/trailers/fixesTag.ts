import type { PatchMail } from '../../../patch/patchMail.ts';
import type { MentionedCommit } from '../../facts.ts';
import { known } from '../../known.ts';
import { type Checked, eachPatch, type Finding, type Looked, type PreflightRule } from '../../rule.ts';
import { editLines } from './editLines.ts';
import { type FixesLine, fixesLines } from './fixesLine.ts';

const DESCRIBE = { file: 'Documentation/process/submitting-patches.rst', heading: 'Describe your changes' };
const UBOOT = { file: 'doc/develop/checkpatch.rst', heading: 'Commit message' };
const FORM = 'Fixes: 54a4f0239f2e ("subject of that commit")';
const ASK_GIT = 'Let git write it: git log -1 --abbrev=12 --pretty=\'Fixes: %h ("%s")\' COMMIT';

const spanOf = ({ digits, digitsAt, line }: FixesLine): readonly [number, number] =>
  digits === '' ? [0, line.text.length] : [digitsAt, digitsAt + digits.length];

const commitOf = ({ facts }: Checked, { digits }: FixesLine): MentionedCommit | undefined =>
  facts.commits.known ? facts.commits.value.get(digits.toLowerCase()) : undefined;

const rewritten = (patch: PatchMail, fixes: FixesLine, commit: MentionedCommit | undefined) => {
  if (commit?.found !== 'one' || commit.sha === undefined || commit.subject === undefined) return undefined;
  // Where id and title name two commits, only the author knows which of them is meant.
  if (!isCutFrom(fixes.title, commit.subject)) return undefined;
  const put = `Fixes: ${commit.sha.slice(0, Math.max(12, fixes.digits.length))} ("${commit.subject}")`;
  const rest = fixes.rest.map((line) => ({ line, put: [] }));
  return editLines(patch, 'Write the Fixes tag as git has it', [{ line: fixes.line, put: [put] }, ...rest]);
};

const malformed = eachPatch((patch, checked) =>
  fixesLines(patch).flatMap((fixes): readonly Finding[] => {
    const what = wrongForm(fixes);
    if (what === undefined) return [];
    const place = { patch, line: fixes.line, span: spanOf(fixes) };
    // git shortens as far as today's repository allows; maintainers take such ids, though more digits are asked for.
    const isOnlyShort = fixes.digits.length >= 8 && fixes.digits.length < 12 && fixes.isQuoted;
    const severity = isOnlyShort ? { severity: 'warning' as const } : {};
    return [{ ...place, what, ...severity, ...rewritten(patch, fixes, commitOf(checked, fixes)) }];
  }),
);

const wrongForm = ({ digits, title, isQuoted, line }: FixesLine): string | undefined => {
  if (digits === '') return `"${line.text.slice(0, 100)}" names no commit.`;
  if (digits.length < 12)
    return `"${digits}" is ${digits.length} digits, which may become ambiguous; 12 are asked for.`;
  if (title === undefined) return `The tag has the id ${digits} but not the commit's subject.`;
  return isQuoted ? undefined : 'The subject does not stand between (" and ").';
};

/** Whether a written title is missing, or the subject or its beginning, but for blanks, case and signs. */
const isCutFrom = (title: string | undefined, subject: string): boolean =>
  title === undefined || plain(subject).startsWith(plain(title));

const wrapped = eachPatch((patch, checked) =>
  fixesLines(patch).flatMap((fixes): readonly Finding[] => {
    const { line, rest } = fixes;
    if (rest.length === 0) return [];
    const joined = [line, ...rest].map(({ text }) => text.trim()).join(' ');
    const mend =
      rewritten(patch, fixes, commitOf(checked, fixes))
      ?? editLines(patch, 'Join the Fixes tag', [
        { line, put: [joined] },
        ...rest.map((one) => ({ line: one, put: [] })),
      ]);
    return [{ patch, line, what: `The tag goes on for ${rest.length + 1} lines.`, ...mend }];
  }),
);

/** Asks the tree about each Fixes line; unknown only where there is one. */
const eachCommit =
  (look: (patch: PatchMail, fixes: FixesLine, commit: MentionedCommit) => readonly Finding[]) =>
  (checked: Checked): Looked => {
    const named = checked.series.patches.flatMap((patch) =>
      fixesLines(patch).flatMap((fixes) => (fixes.digits === '' ? [] : [{ patch, fixes }])),
    );
    if (named.length === 0) return undefined;
    const { commits } = checked.facts;
    if (!commits.known) return { unknown: commits.because, settle: commits.settle };
    return named.flatMap(({ patch, fixes }) => {
      const commit = commits.value.get(fixes.digits.toLowerCase());
      return commit ? look(patch, fixes, commit) : [];
    });
  };

const place = (patch: PatchMail, fixes: FixesLine) => ({ patch, line: fixes.line, span: spanOf(fixes) });

const notThere = eachCommit((patch, fixes, { found }) =>
  found === 'one'
    ? []
    : [
        {
          ...place(patch, fixes),
          what:
            found === 'none'
              ? `The tree has no commit ${fixes.digits}.`
              : `Several commits begin with ${fixes.digits}.`,
        },
      ],
);

const otherTitle = eachCommit((patch, fixes, commit): readonly Finding[] => {
  const { title } = fixes;
  if (commit.found !== 'one' || commit.subject === undefined || title === undefined) return [];
  if (folded(title) === folded(commit.subject)) return [];
  const isNear = plain(title) === plain(commit.subject);
  const what = `Commit ${fixes.digits} is "${commit.subject}", not "${title}".`;
  return [
    {
      ...place(patch, fixes),
      what,
      ...(isNear && { severity: 'warning' as const }),
      ...rewritten(patch, fixes, commit),
    },
  ];
});

const notBelow = eachCommit((patch, fixes, { found, isAncestor, subject }) =>
  found === 'one' && isAncestor === false
    ? [
        {
          ...place(patch, fixes),
          what: `${fixes.digits} ("${subject ?? ''}") is not part of the tree's current branch.`,
        },
      ]
    : [],
);

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const commits = (commit: MentionedCommit) => known(new Map([['54a4f0239f2e', commit]]));
const GOOD = 'Fixes: 54a4f0239f2e ("mm: slub: Keep two lists")';
const SIGNED = 'Signed-off-by: Ada Made <ada@made.example>';
const THERE: MentionedCommit = {
  found: 'one',
  sha: '54a4f0239f2e'.padEnd(40, '0'),
  subject: 'mm: slub: Keep two lists',
  isAncestor: true,
};

/** The tag that names the commit which brought the bug. */
export const fixesTag: readonly PreflightRule[] = [
  {
    name: 'fixes-tag-malformed',
    title: 'the Fixes tag is not in its form',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...DESCRIBE, phrase: "please use the 'Fixes:' tag with the first" },
      { ...UBOOT, phrase: 'tag is malformed or does not follow' },
    ],
    covers: ['TAG-06'],
    why: 'The stable team’s scripts read this tag to see which releases have the bug; what they cannot read is not backported.',
    next: `It looks like this: ${FORM}. ${ASK_GIT}`,
    look: malformed,
    examples: [
      { given: { trailers: ['Fixes: 54a4f02 ("mm: slub: Keep two lists")', SIGNED] }, finds: 'is 7 digits' },
      { given: { trailers: ['Fixes: 54a4f0239f2e', SIGNED] }, finds: 'not the commit' },
      {
        given: { trailers: ['Fixes: 54a4f0239f2e (mm: slub: Keep two lists)', SIGNED] },
        finds: 'does not stand between',
      },
      { given: { trailers: ['Fixes: the crash of last week', SIGNED] }, finds: 'names no commit' },
      { given: { trailers: [GOOD, SIGNED] } },
      { given: { trailers: ['Fixes: 54a4f0239f2e0011 ("a ("nested") title") # v5.1', SIGNED] } },
      { given: { trailers: [`Fixes: 54a4f0239f2e ('slub: Say "one", not "two"')`, SIGNED] } },
      { given: { trailers: ["Fixes: 54a4f0239f2e ('slub: Say one')", SIGNED] }, finds: 'does not stand between' },
      { given: { body: 'Fixes: nothing, this is prose.\nIt goes on.' } },
    ],
  },
  {
    name: 'fixes-tag-wrapped',
    title: 'the Fixes tag is broken over lines',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...DESCRIBE, phrase: 'Do not split the tag across multiple' },
      { ...UBOOT, phrase: 'tag have been split into multiple lines' },
    ],
    covers: ['TAG-06'],
    why: 'Scripts read tags line by line. The limit of 75 columns does not hold for them.',
    next: 'Join its lines into one, however long.',
    look: wrapped,
    examples: [
      { given: { trailers: ['Fixes: 54a4f0239f2e ("mm: slub: Keep', 'two lists")', SIGNED] }, finds: 'on for 2 lines' },
      {
        given: { trailers: ['Fixes: 54a4f0239f2e ("mm: slub: Keep', ' two lists")', SIGNED] },
        finds: 'on for 2 lines',
      },
      { given: { trailers: [GOOD, 'Tested-by: Bo (at work) <bo@other.example> (once)', SIGNED] } },
    ],
  },
  {
    name: 'fixes-commit-not-found',
    title: 'the tree does not have the commit that Fixes names',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...DESCRIBE, phrase: 'your patch fixes a bug in a specific' },
      { ...UBOOT, phrase: 'tag is malformed or does not follow' },
    ],
    covers: ['CHG-06', 'TAG-06'],
    why: 'An id from a private branch, or mistyped, leads nobody to the commit that brought the bug.',
    next: `If your tree is old, git fetch first. ${ASK_GIT}`,
    look: notThere,
    examples: [
      { given: { trailers: [GOOD, SIGNED] }, facts: { commits: commits({ found: 'none' }) }, finds: 'has no commit' },
      {
        given: { trailers: [GOOD, SIGNED] },
        facts: { commits: commits({ found: 'several' }) },
        finds: 'Several commits',
      },
      { given: { trailers: [GOOD, SIGNED] }, facts: { commits: commits(THERE) } },
      { given: { trailers: [GOOD, SIGNED] }, unknown: 'Nothing was gathered' },
      { given: {} },
    ],
  },
  {
    name: 'fixes-title-differs',
    title: 'the Fixes tag and its commit have different subjects',
    group: 'trailers',
    severity: 'error',
    sources: [
      { ...DESCRIBE, phrase: 'and the one line summary' },
      { ...UBOOT, phrase: 'tag is malformed or does not follow' },
    ],
    covers: ['CHG-06', 'TAG-06'],
    why: 'The subject is there to find the commit again when the id is mistyped; if both disagree, one of them is wrong.',
    next: ASK_GIT,
    look: otherTitle,
    examples: [
      {
        given: { trailers: ['Fixes: 54a4f0239f2e ("mm: slab: Drop a list")', SIGNED] },
        facts: { commits: commits(THERE) },
        finds: 'not "mm: slab',
      },
      {
        given: { trailers: ['Fixes: 54a4f0239f2e ("mm: slub: Keep")', SIGNED] },
        facts: { commits: commits(THERE) },
        finds: 'not "mm: slub: Keep"',
      },
      { given: { trailers: [GOOD, SIGNED] }, facts: { commits: commits(THERE) } },
      {
        given: { trailers: ['Fixes: 54a4f0239f2e ("mm: slub:', ' Keep two lists")', SIGNED] },
        facts: { commits: commits(THERE) },
      },
    ],
  },
  {
    name: 'fixes-commit-not-in-base',
    title: 'the commit that Fixes names is on another branch',
    group: 'trailers',
    severity: 'warning',
    sources: [
      { ...DESCRIBE, phrase: 'your patch fixes a bug in a specific' },
      { ...UBOOT, phrase: 'tag is malformed or does not follow' },
    ],
    covers: ['TAG-07'],
    why: 'If the tree does not hold the bug yet, the fix belongs to another tree or names a commit that was rebased away.',
    next: 'Look where it is: git branch -a --contains COMMIT. Name the commit that the public tree has.',
    look: notBelow,
    examples: [
      {
        given: { trailers: [GOOD, SIGNED] },
        facts: { commits: commits({ ...THERE, isAncestor: false }) },
        finds: 'is not part of',
      },
      { given: { trailers: [GOOD, SIGNED] }, facts: { commits: commits(THERE) } },
    ],
  },
];
