import { drawnSite } from '../core/journal/drawnSite.ts';
import { Trouble, type TroubleWords } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { type ComposedPatch, sha256 } from './composePatch.ts';

/**
 * Written patches as facts of the journal, one for each site. The patches are what was asked for, and they are written:
 * that they are not noted is worth a word, which is given back, not the patches.
 */
export const notePatches = async (
  { journal }: Pick<Host, 'journal'>,
  tree: string,
  patches: readonly ComposedPatch[],
): Promise<TroubleWords | undefined> => {
  try {
    for (const { patch, subject, sites, mail } of patches) {
      const digest = sha256(mail);
      for (const site of sites) {
        await journal.append({
          kind: 'patch-written',
          patch,
          subject,
          tree,
          site: drawnSite(site),
          sha256: digest,
        });
      }
    }
    return undefined;
  } catch (error) {
    if (error instanceof Trouble) return error.words;
    throw error;
  }
};
