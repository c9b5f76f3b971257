import type { Verdict } from '../verdict.ts';
import type { DrawnSite, Fact } from './fact.ts';

/** A patch that was written and not dropped: what `start`, run again, goes on with. */
export interface Draft {
  readonly patch: string;
  readonly subject: string;
  readonly tree: string;
  readonly site: DrawnSite;
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

/** The draft written last among those not dropped. */
export const currentDraft = (facts: readonly Fact[]): Draft | undefined => [...drafts(facts).values()].at(-1);

/** By the patch's path, in the order they were last written. */
const drafts = (facts: readonly Fact[]): Map<string, Draft> => {
  const open = new Map<string, Draft>();
  const seeds = new Map<string, string>();
  for (const fact of facts) {
    switch (fact.kind) {
      case 'tree-chosen':
      case 'rule-turned-off':
      case 'tools-stated':
        break;
      case 'site-drawn':
        seeds.set(siteKey(fact.tree, fact.site), fact.seed);
        break;
      case 'patch-written': {
        open.delete(fact.patch); // written again is written last
        open.set(fact.patch, written(fact, seeds.get(siteKey(fact.tree, fact.site))));
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
  sha256: fact.sha256,
  at: fact.at,
  checks: [],
  ...(seed === undefined ? {} : { seed }),
});

const checked = (draft: Draft, { check, verdict, seen }: DraftCheck): Draft => ({
  ...draft,
  checks: [...draft.checks.filter((earlier) => earlier.check !== check), { check, verdict, seen }],
});

const siteKey = (tree: string, site: DrawnSite): string => JSON.stringify([tree, site.rule, site.path, site.line]);
