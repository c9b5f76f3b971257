import type { WishedFolder } from '../subsystem/patchPerFolder.ts';
import type { Site } from './site.ts';

/** The sites of one patch, by path and place. */
export interface SiteGroup<Found> {
  readonly sites: readonly Found[];
  /** Where several files are one patch because the tree asks for it. */
  readonly wished?: WishedFolder;
}

interface HasSite {
  readonly site: Pick<Site, 'path' | 'at'>;
}

/**
 * Which sites are changed by one patch: those of one file always, and those of one folder where the tree's documents
 * ask for it. In the order of their paths, so that the order in which they were named changes nothing.
 */
export const groupSites = <Found extends HasSite>(
  found: readonly Found[],
  wishedFor: (path: string) => WishedFolder | undefined,
): SiteGroup<Found>[] => {
  const inOrder = found.toSorted((one, other) => compare(one.site, other.site));
  const groups = Map.groupBy(inOrder, ({ site }) => wishedFor(site.path)?.folder ?? site.path);
  return [...groups.values()].map((sites) => {
    const paths = new Set(sites.map(({ site }) => site.path));
    const wished = paths.size > 1 && sites[0] ? wishedFor(sites[0].site.path) : undefined;
    return wished ? { sites, wished } : { sites };
  });
};

const compare = (one: HasSite['site'], other: HasSite['site']): number =>
  one.path === other.path ? one.at - other.at : one.path < other.path ? -1 : 1;
