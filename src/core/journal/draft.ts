import type { Verdict } from '../verdict.ts';
import type { DrawnSite, Fact } from './fact.ts';

/** A patch that was written and not dropped: what `start`, run again, goes on with. */
export interface Draft {
  readonly patch: string;
  readonly subject: string;
  readonly tree: string;
  /** The first of its sites, in the order of the patch. */
  readonly site: DrawnSite;
  readonly sites: readonly DrawnSite[];
  /** Of the file as it was written; another one now means that the person has edited it. */
  readonly sha256: string;
  /** When it was last written. */
  readonly at: string;
  /** The seed that drew its site; none where the person named the site. */
  readonly seed?: string;
  /** The last answer of each check of exactly these bytes. */
  readonly checks: readonly DraftCheck[];
}

export interface DraftCheck {
  readonly check: string;
  readonly verdict: Verdict;
  readonly seen: string;
}

/**
 * The draft written last among those not dropped that is one patch for one site. What `fix` writes for several sites goes
 * on as a series: writing one of its patches again by itself would leave the others behind.
 */
export const currentDraft = (facts: readonly Fact[]): Draft | undefined => {
  const all = openDrafts(facts);
  return all.findLast((draft, index) => draft.sites.length === 1 && !isOneOfMany(draft, all[index + 1]));
};

/** `fix` numbers the files that it writes together, and writes them one right after another. */
const isOneOfMany = (draft: Draft, next: Draft | undefined): boolean => {
  const [folder, number] = numbered(draft.patch);
  const [nextFolder, nextNumber] = next ? numbered(next.patch) : [];
  return number > 1 || (nextNumber === 2 && nextFolder === folder);
};

const numbered = (patch: string): [folder: string, number: number] => {
  const end = patch.lastIndexOf('/') + 1;
  return [patch.slice(0, end), Number(/^\d{4,9}(?=-)/.exec(patch.slice(end))?.[0] ?? 1)];
};

/** All that were written and not dropped, in the order they were last written. */
export const openDrafts = (facts: readonly Fact[]): readonly Draft[] => [...drafts(facts).values()];

/** By the patch's path. */
const drafts = (facts: readonly Fact[]): Map<string, Draft> => {
  const open = new Map<string, Draft>();
  const seeds = new Map<string, string>();
  for (const fact of facts) {
    switch (fact.kind) {
      case 'tree-chosen':
      case 'rule-turned-off':
      case 'tools-stated':
      case 'version-made':
      case 'changelog-written':
      case 'proposal-answered':
      case 'note-written':
        break;
      case 'site-drawn':
        seeds.set(siteKey(fact.tree, fact.site), fact.seed);
        break;
      case 'patch-written': {
        const same = open.get(fact.patch);
        open.delete(fact.patch); // written again is written last
        open.set(fact.patch, withSite(same, fact) ?? written(fact, seeds.get(siteKey(fact.tree, fact.site))));
        break;
      }
      case 'check-made': {
        const draft = open.get(fact.patch);
        if (draft && draft.sha256 === fact.sha256) open.set(fact.patch, checked(draft, fact));
        break;
      }
      case 'dropped':
        open.delete(fact.patch);
        break;
      default:
        fact satisfies never;
    }
  }
  return open;
};

const written = (fact: Extract<Fact, { kind: 'patch-written' }>, seed: string | undefined): Draft => ({
  patch: fact.patch,
  subject: fact.subject,
  tree: fact.tree,
  site: fact.site,
  sites: [fact.site],
  sha256: fact.sha256,
  at: fact.at,
  checks: [],
  ...(seed === undefined ? {} : { seed }),
});

/** A patch of several sites is noted once for each, with the same bytes; a site that comes again is another writing. */
const withSite = (draft: Draft | undefined, fact: Extract<Fact, { kind: 'patch-written' }>): Draft | undefined => {
  if (draft?.sha256 !== fact.sha256 || draft.tree !== fact.tree) return undefined;
  const isThere = draft.sites.some(
    ({ path, line, expression }) =>
      path === fact.site.path && line === fact.site.line && expression === fact.site.expression,
  );
  return isThere ? undefined : { ...draft, at: fact.at, sites: [...draft.sites, fact.site] };
};

const checked = (draft: Draft, { check, verdict, seen }: DraftCheck): Draft => ({
  ...draft,
  checks: [...draft.checks.filter((earlier) => earlier.check !== check), { check, verdict, seen }],
});

const siteKey = (tree: string, site: DrawnSite): string => JSON.stringify([tree, site.rule, site.path, site.line]);
