import type { Draft } from '../core/journal/draft.ts';
import type { SeenContribution, SeenDraft } from '../core/journal/todos.ts';
import type { Host } from '../edge/host.ts';
import { isSiteThere } from './isSiteThere.ts';
import { lookAtWork } from './lookAtWork.ts';

/** What a person has begun on a tree, as its files and the tree are now; the one worked on last first. */
export interface WorkAtHand {
  readonly drafts: readonly SeenDraft[];
  readonly contributions: readonly SeenContribution[];
}

/** So many drafts are looked for in the tree; older ones stand under Contributions. */
const MOST = 20;

type Needs = Pick<Host, 'journal' | 'trees' | 'readBytes' | 'openWorkshop'>;

export const workAtHand = async (host: Needs, tree: string): Promise<WorkAtHand> => {
  const { drafts, contributions } = await lookAtWork(host, tree);
  const open = drafts.filter(({ preparedAs }) => preparedAs === undefined).slice(0, MOST);
  return {
    drafts: await Promise.all(
      open.map(async ({ draft, file, lacks }) => ({
        ...draft,
        file: file.state,
        lacks,
        isCurrent: await isThere(host, draft),
      })),
    ),
    contributions: contributions.map(({ contribution, versions }) => ({
      ...contribution,
      isThere: versions.at(-1)?.mails.every(({ file }) => file.state !== 'gone') === true,
    })),
  };
};

/** Whether each of its sites stands in the tree as it did. */
const isThere = async (host: Pick<Host, 'readBytes' | 'openWorkshop'>, { tree, sites }: Draft): Promise<boolean> => {
  for (const site of sites) if (!(await isSiteThere(host, tree, site))) return false;
  return true;
};
