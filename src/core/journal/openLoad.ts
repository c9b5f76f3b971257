import type { DrawnSite, Fact } from './fact.ts';

/**
 * How many of the person’s patches are open with each subsystem, by its title: written and not dropped, a site counted
 * once however often its patch was written. `titlesOf` says who owns a path; a patch counts with every owner.
 */
export const openLoad = (
  facts: readonly Fact[],
  titlesOf: (path: string, tree: string) => readonly string[],
): ReadonlyMap<string, number> => {
  const sites = new Map([...openPatches(facts).values()].map((patch) => [siteKey(patch.site), patch]));
  const load = new Map<string, number>();
  for (const { site, tree } of sites.values()) {
    for (const title of new Set(titlesOf(site.path, tree))) load.set(title, (load.get(title) ?? 0) + 1);
  }
  return load;
};

type Written = Extract<Fact, { kind: 'patch-written' }>;

const openPatches = (facts: readonly Fact[]): ReadonlyMap<string, Written> => {
  const open = new Map<string, Written>();
  for (const fact of facts) {
    switch (fact.kind) {
      case 'patch-written':
        open.set(fact.patch, fact);
        break;
      case 'dropped':
        open.delete(fact.patch);
        break;
      case 'tree-chosen':
      case 'site-drawn':
      case 'check-made':
      case 'rule-turned-off':
      case 'tools-stated':
      case 'version-made':
      case 'changelog-written':
      case 'proposal-answered':
      case 'note-written':
        break;
      default:
        fact satisfies never;
    }
  }
  return open;
};

/** Without line and tree: the same place of another version, or after lines came above it, is the same patch. */
const siteKey = (site: DrawnSite): string => JSON.stringify([site.rule, site.path, site.function, site.expression]);
