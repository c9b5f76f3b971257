import type { Fact } from '../../../core/journal/fact.ts';
import { contributionAddress } from '../patch/draftAddress.ts';
import { siteAddress } from '../site/siteAddress.ts';

/** Where a fact leads to, where that is still there. `addresses`: of drafts, by the patch's path. */
export const factLink = (
  fact: Fact,
  addresses: ReadonlyMap<string, string>,
): { readonly at: string; readonly words: string } | undefined => {
  if (fact.kind === 'version-made') {
    return { at: contributionAddress({ id: fact.contribution, version: fact.version }), words: 'the mails' };
  }
  if (fact.kind === 'site-drawn')
    return { at: siteAddress({ path: fact.site.path, line: fact.site.line }), words: 'the place' };
  const draft = 'patch' in fact ? addresses.get(fact.patch) : undefined;
  return draft === undefined ? undefined : { at: draft, words: 'the draft' };
};
