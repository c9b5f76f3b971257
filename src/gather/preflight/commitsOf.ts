import { fixedCommits } from '../../core/patch/fixedCommits.ts';
import type { Facts } from '../../core/preflight/facts.ts';
import { known, notKnown } from '../../core/preflight/known.ts';
import { mentionedCommits } from '../../core/preflight/mentionedCommits.ts';
import type { PatchSeries } from '../../core/series/patchSeries.ts';
import type { Host } from '../../edge/host.ts';
import { shellCommand } from '../../edge/shellCommand.ts';
import { type AskedTree, withoutHistory } from './withoutHistory.ts';

const MOST_COMMITS = 10_000;

/** Each commit that the messages name. */
export const commitsOf = async (
  host: Pick<Host, 'git' | 'trees'>,
  { tree, repository, tags }: AskedTree,
  { mails }: PatchSeries,
): Promise<Facts['commits']> => {
  const fixed = new Set(mails.flatMap(fixedCommits));
  const named = [...new Set([...fixed, ...mails.flatMap((mail) => mentionedCommits(mail).map(({ id }) => id))])];
  if (named.length === 0) return known(new Map());
  if (repository.kind === 'none') return withoutHistory(host, tree, repository);
  if (named.length > MOST_COMMITS)
    return notKnown(`The messages name ${named.length} commits.`, shellCommand(['git', '-C', tree, 'show', 'COMMIT']));
  return known(await host.git.commitsNamed(tree, named, fixed, await tags));
};
