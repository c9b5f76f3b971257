import { type Known, notKnown } from '../../core/preflight/known.ts';
import type { ReleaseTags } from '../../edge/git/releaseTags.ts';
import type { Repository } from '../../edge/git/repositoryOf.ts';
import type { Host } from '../../edge/host.ts';
import { shellCommand } from '../../edge/shellCommand.ts';
import { offerClone } from '../offerClone.ts';
import { projectOf } from '../projectOf.ts';

/** A tree and, where it has one, its repository with its tags. */
export interface AskedTree {
  readonly tree: string;
  readonly repository: Repository;
  readonly tags: Promise<ReleaseTags | undefined>;
}

/** Why history says nothing here, and the command that gets one. */
export const withoutHistory = (
  host: Pick<Host, 'trees'>,
  tree: string,
  none: Extract<Repository, { kind: 'none' }>,
): Known<never> => {
  const because = `This tree's history cannot be read: ${none.because}.`;
  return notKnown(because, none.settle ?? cloneFor(host, tree));
};

/** The clone that has a history, and the tags. */
export const cloneFor = (host: Pick<Host, 'trees'>, tree: string): string => {
  const offered = offerClone({ kind: 'unknown', because: '' }, projectOf(host, tree));
  return (offered.kind === 'unknown' ? offered.settle : undefined) ?? fetchTags(tree);
};

export const fetchTags = (tree: string): string => shellCommand(['git', '-C', tree, 'fetch', '--tags']);
