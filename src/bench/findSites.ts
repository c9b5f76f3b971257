import { type RankedSite, rankSite } from '../core/finding/rankSite.ts';
import { type HeldStance, stanceOn } from '../core/subsystem/stance.ts';
import type { Host } from '../edge/host.ts';
import { ownersOf } from '../gather/ownersOf.ts';
import { stancesOf } from '../gather/stancesOf.ts';

export interface FindOrder {
  readonly tree: string;
  /** Folders and files, relative to the tree; empty is all of it. */
  readonly below: readonly string[];
  /** Part of a MAINTAINERS title, in any case. */
  readonly subsystem?: string | undefined;
  /** Files that a site must lie in. */
  readonly only?: ReadonlySet<string> | undefined;
  /** With those that are better left alone. */
  readonly all: boolean;
  /** Whose order of equals it is. */
  readonly who: string;
  /** What subsystems have said of clean-ups; those that hold in the tree, unless given. */
  readonly stances?: readonly HeldStance[];
}

export type Finding =
  | { readonly kind: 'site'; readonly site: RankedSite }
  | { readonly kind: 'unreadable'; readonly path: string; readonly code: string }
  /** MAINTAINERS names no section, so nobody owns anything. */
  | { readonly kind: 'ownerless' }
  | { readonly kind: 'walked'; readonly files: number }
  | { readonly kind: 'done'; readonly files: number; readonly scanned: number; readonly cached: boolean };

/** The sites of a tree with their owners and rank, as they are found. */
export async function* findSites(
  host: Pick<Host, 'scan' | 'trees' | 'env' | 'folders' | 'now'>,
  order: FindOrder,
): AsyncGenerator<Finding> {
  const { tree, below, all, who } = order;
  const owners = ownersOf(host, tree);
  if (owners.sections().length === 0) yield { kind: 'ownerless' };
  const stances = order.stances ?? stancesOf(host, tree);
  const titlesOf = (path: string): string[] => owners.of(path).map(({ section }) => section.title);
  const wanted = order.subsystem?.toLowerCase() ?? '';
  const isOfWanted = (titles: readonly string[]): boolean =>
    wanted === '' || titles.some((title) => title.toLowerCase().includes(wanted));
  const scan = host.scan({ tree, below, cache: host.folders.cache, now: host.now().getTime() });
  for await (const word of scan) {
    if (word.kind !== 'sites') {
      yield word;
      continue;
    }
    for (const site of word.sites) {
      if ((site.fix === 'refused' && !all) || order.only?.has(site.path) === false) continue;
      const subsystems = titlesOf(site.path);
      if (!isOfWanted(subsystems)) continue;
      const ranked = rankSite(site, subsystems, who, stances);
      if (all || ranked.fix === site.fix || isAskedFor(site.path, below, { stances, titlesOf })) {
        yield { kind: 'site', site: ranked };
      }
    }
  }
}

/** Whether a place was named that is itself one of those that want to be left alone: then its sites are told, with why. */
const isAskedFor = (
  path: string,
  below: readonly string[],
  { stances, titlesOf }: { stances: readonly HeldStance[]; titlesOf: (path: string) => string[] },
): boolean =>
  below.some((place) => {
    if (place === path) return true;
    const folder = `${place}/`;
    return path.startsWith(folder) && stanceOn(stances, folder, titlesOf(folder))?.stance === 'none';
  });
