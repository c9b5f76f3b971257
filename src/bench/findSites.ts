import { type RankedSite, rankSite } from '../core/finding/rankSite.ts';
import type { Host } from '../edge/host.ts';
import { ownersOf } from '../gather/ownersOf.ts';

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
  host: Pick<Host, 'scan' | 'trees' | 'folders' | 'now'>,
  order: FindOrder,
): AsyncGenerator<Finding> {
  const { tree, below, all, who } = order;
  const owners = ownersOf(host, tree);
  if (owners.sections === 0) yield { kind: 'ownerless' };
  const wanted = order.subsystem?.toLowerCase();
  const scan = host.scan({ tree, below, cache: host.folders.cache, now: host.now().getTime() });
  for await (const word of scan) {
    if (word.kind !== 'sites') {
      yield word;
      continue;
    }
    for (const site of word.sites) {
      if (site.fix === 'refused' && !all) continue;
      if (order.only?.has(site.path) === false) continue;
      const subsystems = owners.of(site.path).map(({ section }) => section.title);
      if (wanted !== undefined && !subsystems.some((title) => title.toLowerCase().includes(wanted))) continue;
      yield { kind: 'site', site: rankSite(site, subsystems, who) };
    }
  }
}
