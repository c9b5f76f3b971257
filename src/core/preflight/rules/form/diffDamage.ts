import type { TextLine } from '../../../mail/mail.ts';
import type { FileDiff } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { isMail } from '../../isMail.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import type { Sample } from '../../sample.ts';
import { writtenIn } from './writtenIn.ts';

const CORRUPT = [
  writtenIn.sending('will not apply at the other end'),
  writtenIn.ubootRules('mailer does not mangle the patch by automatic'),
];
const MAKE_ANEW = 'Make the mail anew with git format-patch, and send that file with git send-email, without copying.';

const REBASE =
  'The code it changes differs there. Put your commits on the branch they are for, git rebase BRANCH, and make it anew.';
const ALREADY =
  'The change is in that tree, and need not be sent. To check a commit of your own: git format-patch -1 COMMIT.';
const WITH_PREFIX = 'Its paths lack a/ and b/. Make it anew: git -c diff.noprefix=false format-patch -1 COMMIT.';
const WITH_CONTEXT = 'It has no lines around the change, as from -U0. Make it anew: git format-patch -U3 -1 COMMIT.';
const OTHER_TREE =
  'A file that it changes is not there. Is it the right tree and branch? git log --oneline -- FILE says where it went.';

/** For the examples: a mail without an author and a subject. */
const BARE: Sample = { headers: { From: '', Subject: '' } };

/** Languages that the trees indent with tabs. */
const TABBED = /\.[chS]$/;
const DEEP = /^ {8}/;
/** Code that was never indented with tabs has such lines; the star is a comment's. */
const SHALLOW = /^ {2,7}[^\s*]/;

/** Diffs that were broken on their way, and patches that do not apply. */
export const diffDamage: readonly PreflightRule[] = [
  {
    name: 'not-a-mail',
    title: 'the file is a bare diff and no mail',
    group: 'mail',
    severity: 'error',
    sources: [
      writtenIn.plainText('should be submitted by e-mail "inline"'),
      writtenIn.ubootRules('patches is by using the ``git format-patch``'),
    ],
    isOfGit: true,
    covers: [],
    why: 'git am takes an author, a date and a message from a mail; a bare diff has none of them, and it refuses.',
    next: 'Commit the change with a message, then make a mail of the commit: git format-patch -1.',
    look: eachPatch((patch) =>
      isMail(patch)
        ? []
        : [
            {
              patch,
              what: 'This is a bare diff, as git diff or git show prints it, and not a mail: it has no author.',
            },
          ],
    ),
    examples: [{ given: BARE, finds: 'a bare diff' }, { given: { headers: { Subject: '' } } }, { given: {} }],
  },
  {
    name: 'patch-does-not-apply',
    title: 'the patch does not apply to your tree',
    group: 'mail',
    severity: 'error',
    sources: [
      writtenIn.preparation('prepared against a specific version of the kernel'),
      writtenIn.ubootRules('branch of the mainline U-Boot git repository'),
    ],
    isOfGit: true,
    covers: ['RCP-13'],
    why: 'A maintainer whose git am stops takes the next mail.',
    next: REBASE,
    look: ({ series: { patches }, facts: { applied } }) => {
      if (!applied.known) return { unknown: applied.because, settle: applied.settle };
      const findings = patches.flatMap((patch, at) => {
        const tried = applied.value[at];
        if (tried?.verdict !== 'fails') return [];
        // Whoever prints a change of their own tree has it there.
        if (!isMail(patch) && isApplied(tried.seen)) return [];
        return [{ patch, what: sentence(tried.seen), next: nextFor(patch, tried.seen) }];
      });
      const open = applied.value.find(({ verdict }) => verdict === 'unknown');
      return open ? { unknown: sentence(open.seen), settle: 'git am --no-3way MAIL', findings } : findings;
    },
    examples: [
      { given: {}, facts: tried('fails', 'error: patch failed: mm/slub.c:10'), finds: 'patch failed: mm/slub.c:10' },
      {
        given: { diff: hunk('-3 +3', '-int b;\n+int c;') },
        facts: tried('fails', 'patch failed: mm/slub.c:3'),
        finds: 'atch failed: mm/slub.c:3',
      },
      { given: BARE, facts: tried('fails', 'It is already applied: the tree has this change.') },
      {
        given: {},
        facts: tried('fails', 'It is already applied: the tree has this change.'),
        finds: 'already applied',
      },
      { given: {}, facts: tried('holds', 'It applies.') },
      { given: {}, facts: tried('unknown', 'The patch before it does not apply.'), unknown: 'The patch before it' },
      { given: {}, unknown: 'Nothing was gathered' },
    ],
  },
  {
    name: 'diff-line-wrapped',
    title: 'a mail program broke long lines of the diff',
    group: 'mail',
    severity: 'error',
    sources: CORRUPT,
    covers: ['RCP-13'],
    why: 'git am stops at the first broken line.',
    next: MAKE_ANEW,
    look: eachPatch((patch) =>
      patch.damage
        .filter(({ at }) => isWrapped(patch, at))
        .slice(0, MOST_SHOWN)
        .map(({ at }) => ({ patch, line: lineAt(patch, at), what: 'The line before was broken, and goes on here.' })),
    ),
    examples: [
      {
        given: { diff: hunk('-1,3 +1,3', ' int a;\n-int a_long_name(int one,\nint two);\n+int b;\n int c;') },
        finds: 'was broken',
      },
      { given: { diff: hunk('-1,3 +1,3', ' int a;\n-int b;\n+int c;\n int d;') } },
      { given: {} },
    ],
  },
  {
    name: 'diff-damaged',
    title: 'the diff is cut short or broken',
    group: 'mail',
    severity: 'error',
    sources: CORRUPT,
    isOfGit: true,
    covers: ['RCP-13'],
    why: 'git am calls it a corrupt patch and stops.',
    next: MAKE_ANEW,
    look: eachPatch((patch) =>
      patch.damage
        .filter(({ at }) => !isWrapped(patch, at))
        .slice(0, MOST_SHOWN)
        .map(({ what, at }) => ({ patch, line: lineAt(patch, at), what: sentence(what) })),
    ),
    examples: [
      { given: { diff: hunk('-1,9 +1,9', ' int a;\n-int b;\n+int c;') }, finds: 'he hunk ends' },
      { given: {} },
    ],
  },
  {
    name: 'tabs-lost',
    title: 'the tabs of the code have become blanks',
    group: 'mail',
    severity: 'warning',
    sources: [writtenIn.mailers('tabs are converted to spaces'), ...CORRUPT],
    covers: ['RCP-13'],
    why: 'The lines around the change are not those of the tree, so nothing applies.',
    next: MAKE_ANEW,
    look: ({ series: { patches }, facts: { applied } }) =>
      patches.flatMap((patch, at) =>
        applied.known && applied.value[at]?.verdict === 'holds' ? [] : withoutTabs(patch),
      ),
    examples: [
      { given: { diff: blanks('mm/slub.c') }, finds: 'no tab' },
      { given: { diff: blanks('mm/slub.c') }, facts: tried('holds', 'It applies.') },
      { given: { diff: blanks('tools/count.py') } },
      { given: { diff: blanks('mm/slub.c', 3) } },
      { given: {} },
    ],
  },
];

const isApplied = (seen: string): boolean => seen.startsWith('It is already applied');

/** What helps depends on why it does not apply; the first reason that is seen counts. */
const nextFor = (patch: PatchMail, seen: string): string => {
  if (isApplied(seen)) return ALREADY;
  if (patch.diff.some(({ at }) => isWithoutPrefix(lineAt(patch, at).text))) return WITH_PREFIX;
  if (patch.diff.some(isWithoutContext)) return WITH_CONTEXT;
  if (patch.damage.length > 0 || withoutTabs(patch).length > 0) return MAKE_ANEW;
  if (/No such file or directory|does not exist/.test(seen)) return OTHER_TREE;
  return REBASE;
};

/** `diff --git mm/slub.c mm/slub.c`: git am takes the first folder of each path away. */
const isWithoutPrefix = (line: string): boolean => /^diff --git (\S+) \1$/.test(line);

/** Changed in the middle, and no line around it is told: as from -U0, which git am refuses. */
const isWithoutContext = ({ change, hunks }: FileDiff): boolean =>
  (change === 'changed' || change === 'renamed')
  && hunks.length > 0
  && hunks.every(({ lines }) => lines.every(({ mark }) => mark !== ' '));

const MOST_SHOWN = 5;
const FEW = 3;

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1).trimEnd() + (/[.!?]$/.test(text.trimEnd()) ? '' : '.');

/** Damage at a line without a mark, in the middle of a hunk: what a mail program put on a line of its own. */
const isWrapped = (patch: PatchMail, at: number): boolean => {
  const { text } = lineAt(patch, at);
  return /^[^\s+\-@\\]/.test(text) && !/^(?:diff |index |Binary |GIT binary )/.test(text);
};

/** The lines of a part stand in the order of the file, so the place is searched by halves. */
const lineAt = ({ mail: { lines } }: PatchMail, at: number): TextLine => {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const line = lines[low];
  return line?.at === at ? line : { text: '', at };
};

/** Code of the tree that is deep in blanks, and not one tab in the whole diff. */
const withoutTabs = (patch: PatchMail): readonly Finding[] => {
  let deep: { line: TextLine; path: string } | undefined;
  let count = 0;
  for (const { path, hunks } of patch.diff) {
    for (const { text, mark, at } of hunks.flatMap(({ lines }) => lines)) {
      if (text.includes('\t') || SHALLOW.test(text)) return [];
      if (mark === '+' || !TABBED.test(path) || !DEEP.test(text)) continue;
      deep ??= { line: { text: mark + text, at }, path };
      count++;
    }
  }
  return deep && count >= FEW
    ? [{ patch, ...deep, what: `${count} lines of the tree begin with blanks, and the whole diff has no tab.` }]
    : [];
};

// What follows is used by the examples above, hence hoisted.
function tried(verdict: 'holds' | 'fails' | 'unknown', seen: string) {
  return { applied: { known: true, value: [{ verdict, seen }] } } as const;
}

function hunk(range: string, lines: string, path = 'mm/slub.c'): string {
  return `diff --git a/${path} b/${path}\nindex 1111111..2222222 100644\n--- a/${path}\n+++ b/${path}\n@@ ${range} @@\n${lines}`;
}

function blanks(path: string, depth = 8): string {
  const indent = ' '.repeat(depth);
  return hunk('-1,3 +1,4', ` ${indent}int a;\n ${indent}int b;\n+${indent}int c;\n ${indent}int d;`, path);
}
