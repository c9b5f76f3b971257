import { eachPatch, type PreflightRule } from '../../rule.ts';
import { writtenIn } from './writtenIn.ts';

const MAIL = /(?:^|\/)(?:v\d{1,4}-)?\d{4}-[\w.-]+\.patch$/;
const WORKPLACE =
  /(?:^|\/)(?:(?:\.vscode|\.idea|\.vs|__pycache__|\.cache)\/|(?:\.DS_Store|Thumbs\.db|compile_commands\.json)$)/;

/** Files of the person's own work that got into the patch; what a build leaves is looked for with the content. */
export const patchFiles: readonly PreflightRule[] = [
  {
    name: 'workplace-file-added',
    title: 'the patch adds a patch mail, or a file of an editor or the desktop',
    group: 'series',
    severity: 'error',
    sources: [
      writtenIn.formatting('You should avoid including changes to irrelevant'),
      writtenIn.ubootRules('Patches should always contain exactly one complete'),
    ],
    covers: ['SER-11'],
    why: "It would stay in the history of everybody's tree for ever.",
    next: 'Take it out of the commit: git rm --cached FILE, then git commit --amend.',
    look: eachPatch((patch) =>
      patch.diff.flatMap(({ change, path, at }) => {
        // An editor's settings come along with code that is taken over whole.
        const isWorkplace = WORKPLACE.test(path);
        if (change !== 'added' || !(isWorkplace || MAIL.test(path))) return [];
        const line = { text: `+++ b/${path}`, at };
        return [
          { patch, path, line, what: `The patch adds ${path}.`, ...(isWorkplace && { severity: 'warning' as const }) },
        ];
      }),
    ),
    examples: [
      { given: { diff: added('0001-mm-slub-Count-once.patch') }, finds: 'adds 0001' },
      { given: { diff: added('outgoing/v2-0001-mm-slub-Count-once.patch') }, finds: 'adds outgoing/v2-0001' },
      { given: { diff: added('tools/.vscode/a.json') }, finds: 'adds tools/.vscode' },
      { given: { diff: added('Documentation/fixes.patch') } },
      { given: { diff: added('mm/slub.c') } },
    ],
  },
];

// Used by the examples above, hence hoisted.
function added(path: string): string {
  const head = `diff --git a/${path} b/${path}\nnew file mode 100644\nindex 0000000..1111111`;
  return `${head}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+a`;
}
