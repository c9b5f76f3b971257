import { subjectLine } from '../patch/subjectLine.ts';
import type { Contribution } from './contributions.ts';

/** What a series is known by before it has a version. */
export interface SeriesMarks {
  readonly tree: string;
  /** Of its patches. */
  readonly summaries: readonly string[];
  /** Only one that was made for a topic: master and its like hold everything. */
  readonly branch?: string | undefined;
}

/**
 * The contribution that commits are a further version of: it has patches of the same subjects (the most of them), or it
 * was made on the same topic branch. Undefined where there is none.
 */
export const ownContribution = (
  all: readonly Contribution[],
  { tree, summaries, branch }: SeriesMarks,
): Contribution | undefined => {
  const own = new Set(summaries.map(folded));
  let best: { readonly contribution: Contribution; readonly shared: number } | undefined;
  for (const contribution of all) {
    if (contribution.tree !== tree) continue;
    const shared = summariesOf(contribution).filter((summary) => own.has(summary)).length;
    if (shared > 0 && shared >= (best?.shared ?? 0)) best = { contribution, shared };
  }
  if (best) return best.contribution;
  return branch === undefined || isShared(branch)
    ? undefined
    : all.findLast((one) => one.tree === tree && one.branch === branch);
};

const isShared = (branch: string): boolean => /^(?:master|main|next|mainline|for-next|devel(?:op)?)$/.test(branch);

const summariesOf = ({ versions }: Contribution): readonly string[] =>
  versions.at(-1)?.mails.map(({ subject }) => folded(subjectLine(subject, 1).summary)) ?? [];

const folded = (summary: string): string => summary.toLowerCase().replace(/\s+/g, ' ').trim();
