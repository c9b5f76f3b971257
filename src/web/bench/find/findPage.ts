import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { RankedSite } from '../../../core/finding/rankSite.ts';
import { nothing } from '../../parts/markup.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { failureNote } from '../frame/troublePage.ts';
import { siteAddress } from '../site/siteAddress.ts';
import { jobBox } from '../work/jobPage.ts';
import { excerptOf } from './excerptOf.ts';
import { type FoundPage, findHtml, foundWords } from './findHtml.ts';
import type { GatheredSites } from './gatherSites.ts';
import { matching, ofFix, readFilter, type SiteFilter } from './siteFilter.ts';

const PER_PAGE = 20;

/** `/find`: the sites, the best to begin with first; filters live in the address. */
export const findPage = (desk: Desk): Hono =>
  new Hono()
    .get('/find', async (c) => {
      const { found, failure } = desk.sites.look();
      if (!found) return stillLooking(c, desk, '/find');
      const page = await foundPage(
        desk,
        found,
        readFilter((name) => c.req.query(name)),
      );
      return show(c, desk, {
        here: '/find',
        title: 'Find',
        headline: foundWords(page),
        lede: 'Drawn up for you alone: another newcomer has them in another order, so that not all begin with the same one.',
        body: html`${failure ? failureNote(failure) : nothing}${findHtml(page)}`,
      });
    })
    .post('/find/again', (c) => {
      desk.sites.again();
      return c.redirect('/find', 303);
    });

const foundPage = async (desk: Desk, found: GatheredSites, filter: SiteFilter): Promise<FoundPage> => {
  const matched = matching(found.sites, filter);
  const chosen = ofFix(matched, filter.fix);
  const pages = Math.max(1, Math.ceil(chosen.length / PER_PAGE));
  const page = Math.min(filter.page, pages);
  const sites = chosen.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const { once } = desk.books();
  const excerpt = (site: RankedSite) => once(`excerpt ${siteAddress(site)}`, () => excerptOf(desk, site));
  const count = (fix: 'ready' | 'by hand' | 'refused'): number => matched.filter((site) => site.fix === fix).length;
  return {
    filter: { ...filter, page },
    counts: { ready: count('ready'), 'by hand': count('by hand'), refused: count('refused') },
    shown: await Promise.all(sites.map(async (site) => ({ site, code: await excerpt(site) }))),
    pages,
    total: chosen.length,
    oddities: found.oddities,
  };
};

/** While the first scan goes on, any page that needs it waits here, and comes back by itself. */
export const stillLooking = (c: Context, desk: Desk, here: string): Response | Promise<Response> => {
  const { job, failure } = desk.sites.look();
  return show(c, desk, {
    here,
    title: 'Looking',
    headline: failure ? 'The tree could not be scanned' : `Looking through ${desk.tree.name}`,
    lede: failure
      ? 'What went wrong stands below.'
      : 'The first time takes some seconds; then only what changed is looked at.',
    body: failure
      ? html`${failureNote(failure)}<form method="post" action="/find/again"><button>Try again</button></form>`
      : job
        ? jobBox(job)
        : html`<p class="soft">It begins …</p>`,
    scripts: ['stream.js'],
  });
};
