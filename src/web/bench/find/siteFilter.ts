import type { RankedSite } from '../../../core/finding/rankSite.ts';

/** What of the sites is asked for; all of it stands in the address. */
export interface SiteFilter {
  /** Part of a path, a function or the expression, in any case. */
  readonly words: string;
  /** A folder or file of the tree; empty is all of it. */
  readonly under: string;
  /** Part of a MAINTAINERS title, in any case. */
  readonly subsystem: string;
  readonly fix: 'open' | RankedSite['fix'] | 'all';
  readonly shape: string;
  /** From 1. */
  readonly page: number;
}

export const readFilter = (query: (name: string) => string | undefined): SiteFilter => {
  const fix = query('fix');
  const page = Number(query('page') ?? 1);
  return {
    words: (query('q') ?? '').trim(),
    under: (query('under') ?? '').replace(/^\/+|\/+$/g, ''),
    subsystem: (query('subsystem') ?? '').trim(),
    fix: fix === 'ready' || fix === 'by hand' || fix === 'refused' || fix === 'all' ? fix : 'open',
    shape: query('shape') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
};

/** The address of a filter: what is as usual is left out. */
export const filterAddress = (filter: Partial<SiteFilter>, at = '/find'): string => {
  const query = new URLSearchParams();
  if (filter.words) query.set('q', filter.words);
  if (filter.under) query.set('under', filter.under);
  if (filter.subsystem) query.set('subsystem', filter.subsystem);
  if (filter.shape) query.set('shape', filter.shape);
  if (filter.fix && filter.fix !== 'open') query.set('fix', filter.fix);
  if (filter.page && filter.page > 1) query.set('page', String(filter.page));
  const text = query.toString();
  return text === '' ? at : `${at}?${text}`;
};

/** Without looking at `fix` and `page`, so that what is left can be counted by them. */
export const matching = (sites: readonly RankedSite[], filter: SiteFilter): RankedSite[] => {
  const words = filter.words.toLowerCase();
  const subsystem = filter.subsystem.toLowerCase();
  return sites.filter(
    (site) =>
      isUnder(site.path, filter.under)
      && (filter.shape === '' || site.shape === filter.shape)
      && (subsystem === '' || site.subsystems.some((title) => title.toLowerCase().includes(subsystem)))
      && (words === ''
        || [site.path, site.function, site.expression].some((text) => text.toLowerCase().includes(words))),
  );
};

export const ofFix = (sites: readonly RankedSite[], fix: SiteFilter['fix']): readonly RankedSite[] => {
  if (fix === 'all') return sites;
  return sites.filter((site) => (fix === 'open' ? site.fix !== 'refused' : site.fix === fix));
};

const isUnder = (path: string, under: string): boolean =>
  under === '' || path === under || path.startsWith(`${under}/`);
