import { commitGround, commitPatches, type GroundFile, type LoosePatch } from './commitPatches.ts';
import { type FormatOrder, type FormattedSeries, formatSeries } from './formatSeries.ts';
import type { SourceCommit } from './rangeCommits.ts';
import type { Repository } from './repositoryOf.ts';
import { type Stage, withStage } from './stage.ts';

/** What a series is made from. */
export type SeriesSource =
  | { readonly kind: 'commits'; readonly base: string; readonly commits: readonly SourceCommit[] }
  | {
      readonly kind: 'patches';
      /** The commit that they stand on; none in a tree without a history. */
      readonly base?: string | undefined;
      /** Without a base: the files of the tree that they change. */
      readonly ground: readonly GroundFile[];
      readonly patches: readonly LoosePatch[];
    };

export type SeriesMails =
  | (FormattedSeries & { readonly kind: 'formatted'; readonly commits: readonly SourceCommit[] })
  /** A loose patch, from 0, that does not apply. */
  | { readonly kind: 'stopped'; readonly at: number; readonly because: string };

/** A series' mails as git format-patch writes them, from commits or from loose patches. Nothing of the tree is touched. */
export const seriesMails = (
  tree: string,
  repository: Repository,
  source: SeriesSource,
  order: Omit<FormatOrder, 'base' | 'commits'>,
): Promise<SeriesMails> =>
  withStage(tree, repository, async (stage) => {
    const ground = await groundOf(stage, source);
    if (ground.kind === 'stopped') return ground;
    // What has no history of its own stands on files, not on commits that somebody else could look up.
    const former =
      order.former && source.kind === 'patches' && source.base === undefined
        ? { ...order.former, bases: [ground.base] }
        : order.former;
    const formatted = await formatSeries(stage, { ...order, ...ground, former });
    return { kind: 'formatted', commits: ground.commits, ...formatted };
  });

type Ground =
  | { readonly kind: 'ground'; readonly base: string; readonly commits: readonly SourceCommit[] }
  | { readonly kind: 'stopped'; readonly at: number; readonly because: string };

const groundOf = async (stage: Stage, source: SeriesSource): Promise<Ground> => {
  if (source.kind === 'commits') return { kind: 'ground', base: source.base, commits: source.commits };
  const base = source.base ?? (await commitGround(stage, source.ground));
  const made = await commitPatches(stage, base, source.patches);
  return made.kind === 'stopped' ? made : { kind: 'ground', base, commits: made.commits };
};
