import { contributions } from '../core/journal/contributions.ts';
import { type Draft, openDrafts } from '../core/journal/draft.ts';
import type { SeenContribution, SeenDraft } from '../core/journal/todos.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { sha256 } from './composePatch.ts';
import { personalChecks } from './personalChecks.ts';
import { siteAt } from './siteAt.ts';

/** What a person has begun on a tree, as its files are now. */
export interface WorkAtHand {
  readonly drafts: readonly SeenDraft[];
  readonly contributions: readonly SeenContribution[];
}

/** So many drafts are looked at; older ones stand under Contributions. */
const MOST = 20;

type Needs = Pick<Host, 'journal' | 'trees' | 'readBytes' | 'openWorkshop'>;

export const workAtHand = async (host: Needs, tree: string): Promise<WorkAtHand> => {
  const { facts } = await host.journal.read();
  const drafts = openDrafts(facts).filter((draft) => draft.tree === tree);
  return {
    drafts: await Promise.all(drafts.slice(-MOST).map((draft) => seenNow(host, draft))),
    contributions: contributions(facts)
      .filter((one) => one.tree === tree)
      .map((one) => ({ ...one, isThere: host.trees.exists('', one.versions.at(-1)?.folder ?? '') })),
  };
};

const seenNow = async (host: Needs, draft: Draft): Promise<SeenDraft> => {
  const isCurrent = await isThere(host, draft);
  if (!host.trees.exists('', draft.patch)) return { ...draft, file: 'gone', lacks: [], isCurrent };
  const mail = host.readBytes(draft.patch);
  const failing = personalChecks(new TextDecoder().decode(mail)).filter(({ verdict }) => verdict === 'fails');
  return {
    ...draft,
    file: sha256(mail) === draft.sha256 ? 'as written' : 'edited',
    lacks: failing.map(({ check }) => check),
    isCurrent,
  };
};

/** Whether each of its sites stands in the tree as it did. */
const isThere = async (host: Pick<Host, 'readBytes' | 'openWorkshop'>, { tree, sites }: Draft): Promise<boolean> => {
  try {
    for (const { path, line, expression } of sites) {
      if ((await siteAt(host, { tree, path, line })).site.expression !== expression) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
};
