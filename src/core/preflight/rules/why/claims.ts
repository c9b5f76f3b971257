import { addedLines, removedLines } from '../../../patch/fileDiff.ts';
import type { PatchMail } from '../../../patch/patchMail.ts';
import { messageSources } from '../../messageSources.ts';
import { eachPatch, type Finding, type PreflightRule } from '../../rule.ts';
import { saidInProse } from '../../saidInProse.ts';

const changed = `diff --git a/mm/slub.c b/mm/slub.c
--- a/mm/slub.c
+++ b/mm/slub.c
@@ -1,3 +1,3 @@
 int f(void)
-	if (a > 0)
+	if (a >= 0)
 		b();
`;
const renamed = changed.replace('a > 0', 'list > 0').replace('a >= 0', 'head > 0');

/** What the message claims of the change, held against the diff. */
export const claims: readonly PreflightRule[] = [
  {
    name: 'claimed-unchanged',
    title: 'no functional change is claimed, but a condition or number changes',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('verify that the code is behaving'),
      messageSources.uBootConventions('determine what is being changed and why'),
    ],
    covers: ['CHG-08'],
    why: 'A reviewer reads such a patch less closely, and a bisection that ends there is not believed.',
    next: 'If it behaves as before, say why it does; else say what changes, or make a patch of its own of that.',
    look: eachPatch((patch) => unchanged(patch)),
    examples: [
      { given: { body: 'Reorder it. No functional change.', diff: changed }, finds: 'a >= 0' },
      { given: { body: 'Reorder it. No functional changes intended.', diff: renamed } },
      { given: { body: 'Count zero, too.', diff: changed } },
    ],
  },
  {
    name: 'not-run',
    title: 'the message says that the change was not run',
    group: 'why',
    severity: 'note',
    sources: [messageSources.beforePatches('Test the code to the extent that')],
    covers: ['SUB-10'],
    why: 'It is good to be told so plainly; the maintainer then wants to know whether somebody else can run it.',
    next: 'Say why it could not be run, and what would be needed; QEMU or somebody with the board may do.',
    look: eachPatch((patch) => {
      const said = saidInProse(patch, NOT_RUN);
      if (!said) return [];
      return [
        {
          patch,
          line: said.line,
          span: said.span,
          what: `"${said.words}": why could it not be run, and who could run it?`,
        },
      ];
    }),
    examples: [
      { given: { body: 'Count once. Only compile tested.' }, finds: '"Only compile tested"' },
      { given: { body: 'Count once.\n\nBuild-tested only.' }, finds: 'Build-tested only' },
      { given: { body: 'Compile tested only, since no such board is at hand.' } },
      { given: { body: 'Compile tested and run on two boards.' } },
    ],
  },
  {
    name: 'several-changes-told',
    title: 'the message tells of more than one change',
    group: 'why',
    severity: 'note',
    sources: [
      messageSources.describe('Solve only one problem per patch'),
      messageSources.uBootRules('split it into separate logical parts'),
    ],
    covers: ['CHG-08'],
    why: 'Two changes in one patch cannot be taken, reverted or brought to an older kernel one without the other.',
    next: 'Make two patches of it: git rebase -i with edit, then git reset HEAD^ and git add -p.',
    look: eachPatch((patch) => {
      const both = BOTH.exec(patch.subject.summary.slice(patch.subject.prefix.length));
      if (both) {
        const start = patch.subject.summaryAt + patch.subject.prefix.length;
        return [
          {
            patch,
            span: [start, start + both[0].length],
            what: `"${both[0]}": are these two changes, each a patch of its own?`,
          },
        ];
      }
      const said = saidInProse(patch, ALSO);
      if (!said) return [];
      return [
        {
          patch,
          line: said.line,
          span: said.span,
          what: `"${said.words}": is that a second change, which could be a patch of its own?`,
        },
      ];
    }),
    examples: [
      { given: { body: 'Count once. While at it, fix the indentation.' }, finds: '"While at it"' },
      { given: { body: 'Count once. Also remove an unused variable.' }, finds: '"Also remove"' },
      { given: { body: 'Count once, in addition rename the loop.' }, finds: 'in addition rename' },
      { given: { subject: '[PATCH] mm: slub: Fix a leak and clean up the loop' }, finds: 'two changes' },
      { given: { subject: '[PATCH] mm: slub: Fix the count of free and used objects' } },
      { given: { body: 'The second list is also counted, which also removes the lock.' } },
      { given: { body: 'Count once.' } },
    ],
  },
];

const NO_CHANGE = /\bno (?:intended )?(?:functional|behaviou?ral|function|behaviou?r) changes?\b/i;

const unchanged = (patch: PatchMail): readonly Finding[] => {
  const claim = saidInProse(patch, NO_CHANGE);
  if (!claim) return [];
  for (const file of patch.diff.slice(0, 200)) {
    if (!/\.[chS]$/.test(file.path)) continue;
    const removed = new Map<string, string>();
    for (const { text } of removedLines(file)) {
      const shape = shapeOf(text);
      if (shape !== undefined) removed.set(shape.words, shape.signs);
    }
    for (const line of addedLines(file)) {
      const shape = shapeOf(line.text);
      const before = shape && removed.get(shape.words);
      if (shape === undefined || before === undefined || before === shape.signs) continue;
      return [
        {
          patch,
          line: { text: `+${line.text}`, at: line.at },
          span: [1, line.text.length + 1],
          path: file.path,
          ...(line.after !== undefined && { treeLine: line.after }),
          what: `"${claim.words}" is claimed: does it behave the same with "${line.text.trim().slice(0, 60)}"?`,
        },
      ];
    }
  }
  return [];
};

/** Names and signs of a condition: the same names with other signs is another condition. */
const shapeOf = (text: string): { readonly words: string; readonly signs: string } | undefined => {
  if (text.length > 200 || !/^\s*(?:(?:\} )?else )?(?:if|while|for) \(.*\)\s*\{?$/.test(text)) return undefined;
  const words = (text.match(/[A-Za-z_]\w*/g) ?? []).toSorted().join(' ');
  const signs = (text.match(/[<>=!]=?|&&|\|\||\b\d\w*/g) ?? []).toSorted().join(' ');
  return { words, signs };
};

const NOT_RUN = new RegExp(
  [
    '(?<![\\w-])(?:(?:only|just) (?:been )?(?:compile|build)[- ]?tested|(?:compile|build)',
    '[- ]?tested,? only)(?!,? (?:since|because|as|due|for lack))\\b|\\bnot (?:been )',
    '?tested on (?:real )?(?:hardware|a (?:real )?\\w+)',
  ].join(''),
  'i',
);

const ORDERS =
  'add|remove|fix|change|update|drop|replace|rename|convert|introduce|clean|correct|delete|improve|refactor|move|tidy|sort';

const BOTH = new RegExp(
  [
    '^(?:fix|correct)\\b.{1,60}?(?:,| and|;) (?:also )?(?:add|remove|clean|refactor|rename|improve|',
    'simplify|convert|update|move|reformat|introduce)\\b',
  ].join(''),
  'i',
);

const ALSO = new RegExp(
  `\\bwhile (?:we(?:'re| are)? |I(?:'m| am)? )?(?:at|on|there|here|touching)(?: (?:it|this|`
    + `that|here))?\\b|(?:^|[.;] )(?:also|additionally|furthermore|moreover|besides|`
    + `in addition),? (?:${ORDERS})\\b|[,;] (?:and )?(?:also|in addition) (?:${ORDERS})\\b`,
  'i',
);
