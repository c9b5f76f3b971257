import { dirname } from 'node:path';
import { currentDraft, type Draft } from '../core/journal/draft.ts';
import { missingWhy } from '../core/patch/commitMessage.ts';
import type { Host } from '../edge/host.ts';
import { sha256 } from './composePatch.ts';
import { isSiteThere } from './isSiteThere.ts';

export interface ContinuedDraft extends Draft {
  /** The person has worked on the file: it is theirs, and is not written again. */
  readonly isEdited: boolean;
  readonly hasWhy: boolean;
  /** The site is in the tree as it was when the draft was written. */
  readonly isCurrent: boolean;
}

/**
 * The draft of a tree that a person has begun and not dropped, in any folder or in this one. One whose file is gone is
 * dropped, which is noted.
 */
export const continueDraft = async (
  host: Pick<Host, 'journal' | 'trees' | 'readBytes' | 'openWorkshop'>,
  tree: string,
  folder?: string,
): Promise<ContinuedDraft | undefined> => {
  for (;;) {
    const { facts } = await host.journal.read();
    const draft = currentDraft(
      facts.filter(
        (fact) =>
          (!('tree' in fact) || fact.tree === tree)
          && (!('patch' in fact) || folder === undefined || dirname(fact.patch) === folder),
      ),
    );
    if (!draft) return undefined;
    if (host.trees.exists('', draft.patch)) {
      const mail = host.readBytes(draft.patch);
      const hasWhy = !new TextDecoder().decode(mail).includes(missingWhy);
      return {
        ...draft,
        isEdited: sha256(mail) !== draft.sha256,
        hasWhy,
        isCurrent: await isSiteThere(host, tree, draft.site),
      };
    }
    await host.journal.append({ kind: 'dropped', patch: draft.patch, because: 'the file is gone' });
  }
};
