import type { Site } from '../core/finding/site.ts';
import type { TroubleWords } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import { type ComposedPatch, composePatch, type PatchTerms } from './composePatch.ts';
import { describePatches, isReady } from './describePatches.ts';
import { notePatches } from './notePatches.ts';
import { requireIdentity } from './requireIdentity.ts';
import { type PlaceOrder, siteAt } from './siteAt.ts';

export interface PatchWish extends PlaceOrder, PatchTerms {}

export interface WrittenPatch extends Pick<ComposedPatch, 'patch' | 'subject' | 'needs' | 'prefix'> {
  readonly kind: 'written';
  readonly site: Site;
  /** Why the journal does not know of it, where it could not be written. */
  readonly unnoted?: TroubleWords;
}

export type PatchOutcome = WrittenPatch | { readonly kind: 'left'; readonly site: Site };

type Needs = Pick<Host, 'git' | 'now' | 'journal' | 'readBytes' | 'writeFile' | 'openWorkshop' | 'trees' | 'version'>;

/** The edit of a site as a mail that `git am` takes. What is not ready is left alone, with the site's own reasons. */
export const writePatch = async (host: Needs, wish: PatchWish): Promise<PatchOutcome> => {
  const { tree, signoff } = wish;
  const found = await siteAt(host, wish);
  const { site } = found;
  if (!isReady(found)) return { kind: 'left', site };
  const identity = signoff ? await requireIdentity(host, tree) : await host.git.gitIdentity(tree);
  const repository = await host.git.repositoryOf(tree);
  const hasHistory = repository.kind === 'repository';
  const [described] = await describePatches(host, { tree, groups: [{ sites: [found] }], hasHistory });
  if (!described) throw new Error(`${site.path}: no patch came of its site`);
  const composed = await composePatch(host, described, 1, wish, { identity, repository, date: host.now() });
  host.writeFile(composed.patch, composed.mail);
  const unnoted = await notePatches(host, tree, [composed]);
  const { patch, subject, needs, prefix } = composed;
  return { kind: 'written', patch, subject, site, needs, prefix, ...(unnoted ? { unnoted } : {}) };
};
