import { Hono } from 'hono';
import { html } from 'hono/html';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { stillLooking } from './findPage.ts';
import { filterAddress, matching, readFilter, type SiteFilter } from './siteFilter.ts';
import { siteFolderAddress } from './siteFolderAddress.ts';
import { type FolderSites, sitesByFolder } from './sitesByFolder.ts';
import { treeMap } from './treeMap.ts';

/** `/map?under=drivers`: where in the tree the open sites are, to be walked into. */
export const mapPage = (desk: Desk): Hono =>
  new Hono().get('/map', (c) => {
    const { found } = desk.sites.look();
    if (!found) return stillLooking(c, desk, '/map');
    const filter = readFilter((name) => c.req.query(name));
    const folders = sitesByFolder(matching(found.sites, filter), filter.under);
    return show(c, desk, {
      here: '/map',
      title: filter.under === '' ? 'Map' : filter.under,
      ...(filter.under !== '' && { trail: trail(filter) }),
      headline: headline(folders, filter),
      lede: 'As large as the open places in it. A folder leads into itself, a file to its places.',
      body: html`${treeMap(folders, `Open places below ${filter.under || 'the tree'}`)}${table(folders, filter)}`,
    });
  });

const headline = (folders: readonly FolderSites[], { under }: SiteFilter): string => {
  const sum = folders.reduce((all, { ready, byHand }) => all + ready + byHand, 0);
  const where = under === '' ? 'in the tree' : `below ${under}`;
  const [most] = folders;
  if (sum === 0 || !most) return seen(`Nothing is open ${where}`);
  if (sum === 1) return seen(`One place is open ${where}: it is in ${most.name}`);
  return seen(`${sum} places are open ${where}, ${shareWords(most.ready + most.byHand, sum)} in ${most.name}`);
};

/** Nothing is rounded to all that there is. */
const shareWords = (part: number, all: number): string =>
  part === all ? 'all of them' : `${Math.min(99, Math.round((part / all) * 100))} % of them`;

const trail = ({ under }: SiteFilter): Markup => {
  const parts = under.split('/');
  return html`<a href="/map">the tree</a>${parts.map((name, at) => {
    const isLast = at === parts.length - 1;
    const path = parts.slice(0, at + 1).join('/');
    return isLast
      ? html` / ${seen(name)}`
      : html` / <a href="${filterAddress({ under: path }, '/map')}">${seen(name)}</a>`;
  })}`;
};

const table = (folders: readonly FolderSites[], filter: SiteFilter): Markup => {
  if (folders.length === 0) return html`<p class="card pad">No place matches. <a href="/map">The whole tree</a>.</p>`;
  return html`<div class="card scroll map-table"><table><caption class="hidden-words">Places by folder</caption>
<thead><tr><th scope="col">below ${seen(filter.under || 'the tree')}</th><th scope="col" class="number">ready</th><th
scope="col" class="number">by hand</th><th scope="col" class="number">left alone</th></tr></thead>
<tbody>${folders.map(
    (
      one,
    ) => html`<tr><td><a data-row href="${siteFolderAddress(one)}">${seen(one.name)}${one.isFile ? nothing : '/'}</a></td>
<td class="number">${one.ready}</td><td class="number">${one.byHand}</td><td class="number">${one.refused}</td></tr>\n`,
  )}</tbody></table></div>
<p class="small"><a href="${filterAddress({ ...filter, page: 1 })}">All of these as a list</a></p>`;
};
