import { patchPaths } from '../core/patch/patchPaths.ts';
import { readSeries, type SourceFile } from '../core/series/readSeries.ts';
import type { RangeDiff } from '../edge/git/rangeDiff.ts';
import type { Host } from '../edge/host.ts';
import { formerOf } from './formerOf.ts';
import { groundOf } from './groundOf.ts';

/** What changed from one version to the next, both as their mails. Throws Trouble. */
export const compareVersions = async (
  host: Pick<Host, 'git' | 'trees'>,
  order: { readonly tree: string; readonly before: readonly SourceFile[]; readonly now: readonly SourceFile[] },
): Promise<RangeDiff> => {
  const repository = await host.git.repositoryOf(order.tree);
  const base = repository.kind === 'repository' ? repository.head : undefined;
  const ours = { ...(base !== undefined && { base }), source: { kind: 'patches', ground: [], patches: [] } } as const;
  const [before, now] = [order.before, order.now].map((files) => readSeries(files));
  const all = [...(before?.patches ?? []), ...(now?.patches ?? [])];
  if (!before || !now || all.every(({ diff }) => patchPaths(diff).length === 0)) {
    return { kind: 'none', because: 'one of them has no patch' };
  }
  return host.git.rangeDiff(order.tree, repository, {
    before: formerOf(ours, { series: before }),
    now: formerOf(ours, { series: now }),
    ...(base === undefined && { ground: groundOf(host, order.tree, all) }),
  });
};
