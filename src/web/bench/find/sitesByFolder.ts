import type { RankedSite } from '../../../core/finding/rankSite.ts';

/** What lies directly below a folder, with the sites in it. */
export interface FolderSites {
  /** `btrfs`; a file has its ending. */
  readonly name: string;
  readonly path: string;
  readonly isFile: boolean;
  readonly ready: number;
  readonly byHand: number;
  readonly refused: number;
}

/** The folders and files directly below one, those with the most open sites first. */
export const sitesByFolder = (sites: readonly RankedSite[], under: string): readonly FolderSites[] => {
  const from = under === '' ? 0 : under.length + 1;
  const groups = Map.groupBy(
    sites.filter(({ path }) => under === '' || path.startsWith(`${under}/`)),
    ({ path }) => path.slice(from).split('/', 1)[0] ?? '',
  );
  const open = ({ ready, byHand }: FolderSites): number => ready + byHand;
  return [...groups]
    .map(([name, own]): FolderSites => {
      const count = (fix: RankedSite['fix']): number => own.filter((site) => site.fix === fix).length;
      return {
        name,
        path: under === '' ? name : `${under}/${name}`,
        isFile: own.every(({ path }) => path.length === from + name.length),
        ready: count('ready'),
        byHand: count('by hand'),
        refused: count('refused'),
      };
    })
    .toSorted((one, other) => open(other) - open(one) || (one.name < other.name ? -1 : 1));
};
