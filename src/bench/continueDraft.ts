import { currentDraft, type Draft } from '../core/journal/draft.ts';
import type { Host } from '../edge/host.ts';

/** The draft of a tree that a person has begun and not dropped. One whose file is gone is dropped, which is noted. */
export const continueDraft = async (
  host: Pick<Host, 'journal' | 'trees'>,
  tree: string,
): Promise<Draft | undefined> => {
  for (;;) {
    const draft = currentDraft(
      (await host.journal.read()).facts.filter((fact) => !('tree' in fact) || fact.tree === tree),
    );
    if (!draft || host.trees.exists('', draft.patch)) return draft;
    await host.journal.append({ kind: 'dropped', patch: draft.patch, because: 'the file is gone' });
  }
};
