import { html } from 'hono/html';
import type { RankedSite } from '../../../core/finding/rankSite.ts';
import { placeOf } from '../../../core/finding/site.ts';
import type { CodeRow } from '../../../core/patch/codeRows.ts';
import { sentence } from '../../../core/sentence.ts';
import { stanceWords } from '../../../core/subsystem/stance.ts';
import { codeTable } from '../../parts/codeTable.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { pager } from '../../parts/pager.ts';
import { fixMark } from '../../parts/verdictMark.ts';
import { siteAddress } from '../site/siteAddress.ts';
import { rankWords } from './rankWords.ts';
import { filterAddress, type SiteFilter } from './siteFilter.ts';

/** One page of what was found. */
export interface FoundPage {
  readonly filter: SiteFilter;
  readonly counts: Readonly<Record<RankedSite['fix'], number>>;
  readonly shown: readonly { readonly site: RankedSite; readonly code: readonly CodeRow[] }[];
  readonly pages: number;
  readonly total: number;
  readonly oddities: readonly string[];
}

export const findHtml = (found: FoundPage): Markup => html`${filterForm(found)}
${chips(found)}
${found.oddities.map((words) => html`<p class="note">${seen(words)}</p>`)}
${found.shown.length === 0 ? none(found.filter) : html`<ol class="plain finds">${found.shown.map(siteRow)}</ol>`}
${pager(found.filter.page, found.pages, (page) => filterAddress({ ...found.filter, page }))}`;

/** The sentence on top of the page. */
export const foundWords = ({ counts, total, filter }: FoundPage): string => {
  const where = filter.under === '' ? '' : ` below ${filter.under}`;
  if (total === 0) return `Nothing here${where}`;
  const { ready } = counts;
  if (filter.fix === 'open' && ready === 1) return `One place is ready to be changed${where}`;
  if (filter.fix === 'open' && ready > 0) return `${ready} places are ready to be changed${where}`;
  return total === 1 ? `One place${where}` : `${total} places${where}`;
};

const filterForm = ({
  filter,
}: FoundPage): Markup => html`<form method="get" action="/find" class="fields" role="search">
<div><label for="q">Search</label><input id="q" name="q" type="search" value="${seen(filter.words)}"
placeholder="path, function or expression" data-search></div>
<div><label for="under">Folder</label><input id="under" name="under" value="${seen(filter.under)}"
placeholder="fs/btrfs"></div>
<div><label for="subsystem">Subsystem</label><input id="subsystem" name="subsystem" value="${seen(filter.subsystem)}"
placeholder="BTRFS"></div>
${filter.fix === 'open' ? nothing : html`<input type="hidden" name="fix" value="${filter.fix}">`}
<button>Find</button></form>`;

const chips = ({ filter, counts }: FoundPage): Markup => {
  const { ready, refused } = counts;
  const hand = counts['by hand'];
  const chip = (fix: SiteFilter['fix'], words: string): Markup =>
    html`<li><a href="${filterAddress({ ...filter, fix, page: 1 })}"${
      filter.fix === fix
        ? html`
aria-current="true"`
        : nothing
    }>${words}</a></li>`;
  return html`<ul class="chips" aria-label="What becomes of them">${chip('open', `Best first ${ready + hand}`)}
${chip('ready', `Ready ${ready}`)}
${chip('by hand', `By hand ${hand}`)}${chip('refused', `Better left alone ${refused}`)} ${chip('all', 'All')}
<li><a href="${filterAddress({ ...filter, page: 1 }, '/map')}">As a map</a></li></ul>`;
};

const siteRow = ({ site, code }: FoundPage['shown'][number]): Markup => html`<li class="card code-card">
<div class="code-head"><a class="whole" data-row href="${siteAddress(site)}"><strong>${seen(placeOf(site))}</strong>${
  site.function === '' ? nothing : html` <span class="soft">${seen(site.function)}()</span>`
}</a> ${fixMark(site.fix)}</div>
${code.length === 0 ? nothing : codeTable(code, placeOf(site))}
<div class="find-foot small">${site.replacement === undefined ? nothing : html`<p>→ <code>${seen(site.replacement)}</code></p>`}
<p class="soft">${seen(reasonWords(site))}</p>
<p class="soft">${owners(site)}</p>
<details><summary>Why this rank</summary>
<ul>${site.rankBecause.map((words) => html`<li>${seen(rankWords(words))}</li>`)}</ul></details></div></li>\n`;

const reasonWords = ({ because }: RankedSite): string => because.map(sentence).join(' ');

const owners = ({ subsystems, stance }: RankedSite): Markup => {
  const [owner] = subsystems;
  if (owner === undefined) return html`No section of MAINTAINERS names it`;
  const says = stance ? ` ${stanceWords[stance]}` : '';
  return html`<a href="/subsystem?name=${encodeURIComponent(owner)}">${seen(owner)}</a>${says}`;
};

const none = (filter: SiteFilter): Markup =>
  html`<p class="card pad">${
    filter.words !== '' || filter.under !== '' || filter.subsystem !== ''
      ? html`No place matches that. <a href="/find">All of them</a>, or those that are <a
href="${filterAddress({ ...filter, fix: 'all', page: 1 })}">better left alone too</a>.`
      : 'The rules found nothing in this tree, which is good news for it. Another tree may have more.'
  }</p>`;
