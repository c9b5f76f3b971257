import { fixedCommits } from '../core/patch/fixedCommits.ts';
import type { PatchSeries } from '../core/series/patchSeries.ts';
import type { Proposal, Proposals } from '../core/series/proposal.ts';
import { stableTrailer } from '../core/series/stableTrailer.ts';
import type { Host } from '../edge/host.ts';
import { fetchTags } from './preflight/withoutHistory.ts';

export interface StableOrder {
  readonly tree: string;
  readonly series: PatchSeries;
  /** `Fixes:` that were offered, or of these the ones that the person took. */
  readonly fixes: readonly Proposal[];
}

/** Without it the tree has no stable releases: U-Boot has none. */
const RULES = 'Documentation/process/stable-kernel-rules.rst';

/** `Cc: stable@vger.kernel.org` for each patch whose `Fixes:`, written or offered, names a commit that was released. */
export const proposeStable = async (
  host: Pick<Host, 'git' | 'trees'>,
  { tree, series, fixes }: StableOrder,
): Promise<Proposals> => {
  const fixed = series.patches.flatMap((patch, index) => {
    const number = index + 1;
    const offer = fixes.find((one) => one.kind === 'fixes' && one.patch === number);
    const offered = offer && /^[0-9a-f]{7,64}/.exec(offer.trailer.value)?.[0];
    const [digits = offered] = fixedCommits(patch);
    return digits === undefined
      ? []
      : [{ patch, number, digits, isSure: digits !== offered || offer?.trust === 'sure' }];
  });
  if (fixed.length === 0 || !host.trees.exists(tree, RULES)) return { offered: [], leftOut: [] };
  if ((await host.git.repositoryOf(tree)).kind === 'none') return { offered: [], leftOut: [] };
  const tags = await host.git.releaseTags(tree);
  if (!tags) {
    const because = `No release tag is here, so nobody can tell which releases have the bug. What gets them: ${fetchTags(tree)}`;
    return { offered: [], leftOut: fixed.map(({ number }) => ({ kind: 'stable', patch: number, because })) };
  }
  const ids = [...new Set(fixed.map(({ digits }) => digits))];
  const commits = await host.git.commitsNamed(tree, ids, new Set(ids), tags);
  const answers = fixed.flatMap(({ patch, number, digits, isSure }) => {
    const commit = commits.get(digits);
    if (commit?.found !== 'one') return []; // the gate tells of a commit that is not there
    return stableTrailer({ patch, number, release: commit.release, tags: tags.all, isSure }) ?? [];
  });
  return {
    offered: answers.filter((one) => 'seen' in one),
    leftOut: answers.filter((one) => 'because' in one),
  };
};
