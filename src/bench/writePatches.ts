import { groupSites } from '../core/finding/groupSites.ts';
import type { Site } from '../core/finding/site.ts';
import { patchPerFolder, type WishedFolder } from '../core/subsystem/patchPerFolder.ts';
import type { TroubleWords } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { writeTogether } from '../edge/writeTogether.ts';
import { type ComposedPatch, composePatch, type PatchTerms } from './composePatch.ts';
import { describePatches, isReady } from './describePatches.ts';
import { notePatches } from './notePatches.ts';
import { requireIdentity } from './requireIdentity.ts';
import type { PlaceOrder } from './siteAt.ts';
import { sitesAt } from './sitesAt.ts';

export interface PatchesWish extends PatchTerms {
  readonly places: readonly Omit<PlaceOrder, 'tree'>[];
}

export interface WrittenPart extends Omit<ComposedPatch, 'mail'> {
  /** Where several files are one patch because the tree asks for it. */
  readonly wished?: WishedFolder;
}

export type PatchesOutcome =
  | {
      readonly kind: 'written';
      readonly patches: readonly WrittenPart[];
      /** Why the journal does not know of them, where it could not be written. */
      readonly unnoted?: TroubleWords;
    }
  /** Those that are not ready; then nothing is written. */
  | { readonly kind: 'left'; readonly sites: readonly Site[] };

type Needs = Pick<Host, 'git' | 'now' | 'journal' | 'readBytes' | 'writeFile' | 'openWorkshop' | 'trees' | 'version'>;

/**
 * The edits of several sites as mails that `git am` takes in any order: one a file, or one a folder where the tree's
 * documents ask for that. All of them are written, or none.
 */
export const writePatches = async (host: Needs, wish: PatchesWish): Promise<PatchesOutcome> => {
  const { tree, signoff } = wish;
  const found = await sitesAt(host, tree, wish.places);
  const ready = found.filter(isReady);
  if (ready.length < found.length) {
    return { kind: 'left', sites: found.filter((one) => !isReady(one)).map(({ site }) => site) };
  }
  const identity = signoff ? await requireIdentity(host, tree) : await host.git.gitIdentity(tree);
  const repository = await host.git.repositoryOf(tree);
  const groups = groupSites(
    ready,
    patchPerFolder((file) => host.trees.text(tree, file)),
  );
  const described = await describePatches(host, { tree, groups, hasHistory: repository.kind === 'repository' });
  const circumstances = { identity, repository, date: host.now() };
  const composed: ComposedPatch[] = [];
  for (const [index, one] of described.entries()) {
    composed.push(await composePatch(host, one, index + 1, wish, circumstances));
  }
  writeTogether(
    composed.map(({ patch, mail }) => ({ path: patch, bytes: mail })),
    host.writeFile,
  );
  const unnoted = await notePatches(host, tree, composed);
  const patches = composed.map(({ mail: _, ...one }, index): WrittenPart => {
    const wished = groups[index]?.wished;
    return wished ? { ...one, wished } : one;
  });
  return { kind: 'written', patches, ...(unnoted ? { unnoted } : {}) };
};
