import type { RankedSite } from './rankSite.ts';

type Owned = Pick<RankedSite, 'path' | 'subsystems'>;

/** Whether one subsystem gets them all: a series goes to one. */
export type Together<Site extends Owned> =
  | {
      readonly kind: 'one';
      /** The MAINTAINERS section that owns them all, the most specific; none where the file or folder alone says it. */
      readonly title?: string;
    }
  | { readonly kind: 'several'; readonly parts: readonly Part<Site>[] };

export interface Part<Site> {
  /** Of the section that owns them first; empty where no section names them. */
  readonly title: string;
  readonly sites: readonly Site[];
}

/** Sites that nobody owns go together only from one folder: who gets those of two is for their histories to say. */
export const oneSubsystem = <Site extends Owned>(sites: readonly Site[]): Together<Site> => {
  const [first, ...others] = sites.map(({ subsystems }) => subsystems);
  const rest = others.map((titles) => new Set(titles));
  const title = first?.find((one) => rest.every((titles) => titles.has(one)));
  if (title !== undefined) return { kind: 'one', title };
  const parts = Map.groupBy(sites, ({ subsystems }) => subsystems[0] ?? '');
  const folders = new Set(sites.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)));
  if (parts.size <= 1 && folders.size <= 1) return { kind: 'one' };
  return { kind: 'several', parts: [...parts].map(([owner, owned]) => ({ title: owner, sites: owned })) };
};
