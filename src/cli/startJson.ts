import type { ChosenTree } from '../bench/chooseTree.ts';
import type { TreeStanding } from '../core/tree/treeStanding.ts';
import type { Check } from '../core/verdict.ts';
import type { Recipients } from '../edge/getMaintainer.ts';
import type { Work } from './workOn.ts';

/** What `start --json` says; these names are promises. */
export const startJson = (
  tree: ChosenTree,
  standing: TreeStanding,
  work: Work,
  recipients: Recipients,
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
  ...(recipients.kind === 'unknown' ? { recipients_unknown: recipients.because } : {}),
  recipients: recipients.kind === 'recipients' ? recipients.recipients.map(({ line: _, ...one }) => one) : [],
  checks: checks.map(({ check, verdict, seen, settle }) => ({ check, verdict, seen, ...(settle ? { settle } : {}) })),
});
