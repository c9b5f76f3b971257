import { type Committed, commitGround, commitPatches, type GroundFile } from './commitPatches.ts';
import type { FormerPatches } from './formatSeries.ts';
import type { Repository } from './repositoryOf.ts';
import { type Stage, withStage } from './stage.ts';

export interface Compared {
  readonly before: FormerPatches;
  readonly now: FormerPatches;
  /** In a tree without a history: the files that both change. */
  readonly ground?: readonly GroundFile[];
}

export type RangeDiff =
  | { readonly kind: 'differs'; readonly text: string }
  | { readonly kind: 'none'; readonly because: string };

/** What git range-diff says of two versions that are there as mails only. Nothing of the tree is touched. */
export const rangeDiff = (
  tree: string,
  repository: Repository,
  { before, now, ground }: Compared,
): Promise<RangeDiff> =>
  withStage(tree, repository, async (stage) => {
    const own = ground && (await commitGround(stage, ground));
    const placed = async ({ bases, patches }: FormerPatches): Promise<FormerPatches> => ({
      patches,
      bases: own === undefined ? await thoseHere(stage, bases) : [own],
    });
    const former = await committedFormer(stage, await placed(before));
    if (former.kind === 'none') return former;
    const current = await committedFormer(stage, await placed(now));
    if (current.kind === 'none')
      return { ...current, because: current.because.replaceAll('version before', 'version') };
    const text = await ownRangeDiff(stage, former.range, current.range);
    if (text === undefined) return { kind: 'none', because: 'git range-diff failed' };
    return { kind: 'differs', text: Buffer.from(text, 'latin1').toString('utf8') };
  });

/** A commit that a mail names may never have been here. */
const thoseHere = async (stage: Stage, bases: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const base of bases) {
    const ask = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`];
    if ((await stage.ask(ask)).status === 0) found.push(base);
  }
  return found;
};

type Former = { readonly kind: 'range'; readonly range: string } | { readonly kind: 'none'; readonly because: string };

/** The version before as commits, on the first of its bases where all of it applies. */
export const committedFormer = async (stage: Stage, { bases, patches }: FormerPatches): Promise<Former> => {
  let stopped: Extract<Committed, { kind: 'stopped' }> | undefined;
  for (const base of bases) {
    const committed = await commitPatches(stage, base, patches);
    if (committed.kind === 'committed')
      return { kind: 'range', range: `${base}..${committed.commits.at(-1)?.sha ?? base}` };
    stopped ??= committed;
  }
  const because = stopped
    ? `patch ${stopped.at + 1} of the version before does not apply on its base (${stopped.because})`
    : 'the commit that the version before stands on is not in this repository';
  return { kind: 'none', because };
};

/** Git's own, its bytes as characters; undefined where it cannot say. */
export const ownRangeDiff = async (stage: Stage, before: string, now: string): Promise<string | undefined> => {
  const { status, stdout } = await stage.ask(['range-diff', '--no-color', before, now]);
  return status === 0 ? stdout : undefined;
};
