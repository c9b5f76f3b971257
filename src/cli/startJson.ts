import type { ChosenTree } from '../bench/chooseTree.ts';
import type { TreeStanding } from '../core/tree/treeStanding.ts';
import type { Check } from '../core/verdict.ts';
import type { Answer } from '../gather/recipientsFor.ts';
import { recipientJson } from './recipientJson.ts';
import type { Work } from './workOn.ts';

/** What `start --json` says; these names are promises. */
export const startJson = (
  tree: ChosenTree,
  standing: TreeStanding,
  work: Work,
  { recipients }: Answer,
  checks: readonly Check[],
): Record<string, unknown> => ({
  tree: { folder: tree.folder, name: tree.name, standing: standing.standing, work: standing.work },
  site: {
    path: work.site.path,
    line: work.site.line,
    function: work.site.function,
    expression: work.site.expression,
    because: work.because,
  },
  seed: work.seed,
  patch: work.patch,
  subject: work.subject,
  recipients: recipients.map(recipientJson),
  checks: checks.map(({ check, verdict, seen, settle }) => ({ check, verdict, seen, ...(settle ? { settle } : {}) })),
});
