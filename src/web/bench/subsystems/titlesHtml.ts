import { html } from 'hono/html';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { pager } from '../../parts/pager.ts';
import type { Titled } from './gatherTitles.ts';
import { subsystemAddress } from './subsystemAddress.ts';

const EACH = 50;

/** Those whose title holds every word that was typed. */
export const titlesLike = (titles: readonly Titled[], q: string): readonly Titled[] => {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return titles.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
};

/** The box to look one up by name. */
export const lookUpHtml = (q: string): Markup => html`<form class="fields look-up" action="/subsystems" role="search">
<div><label for="q">A word of its name</label><input id="q" name="q" type="search" value="${seen(q)}" data-search></div>
<button>Look it up</button></form>`;

/** What was found, 50 to a page; two or three can be ticked to be seen side by side. */
export const titlesHtml = (found: readonly Titled[], { q, at }: { q: string; at: number }): Markup => {
  if (found.length === 0) {
    return html`<p>Its title, as MAINTAINERS writes it, has to hold every word.
<a href="/subsystems?q=">All of them</a> · or name it as you would say it:
<a href="${subsystemAddress(q)}">what “${seen(q)}” may mean</a>.</p>`;
  }
  const last = Math.ceil(found.length / EACH);
  const here = Math.min(Math.max(1, at), last);
  return html`<form action="/subsystem">
<ul class="card plain titles">${found.slice((here - 1) * EACH, here * EACH).map(titleRow)}</ul>
<div class="buttons"><button>Those ticked, side by side</button><span class="soft small">two or three</span></div>
</form>
${pager(here, last, (page) => `/subsystems?${new URLSearchParams({ q, page: String(page) })}`)}`;
};

const titleRow = ({ title, status }: Titled): Markup => html`<li class="row">
${seen(title) === title ? tick(title) : nothing}
<span class="words"><a data-row href="${subsystemAddress(title)}">${seen(title)}</a></span>
${status === '' ? nothing : html`<span class="soft small">${seen(status)}</span>`}</li>`;

/** Only where the name is as it looks: a form would send what nobody sees. */
const tick = (title: string): Markup =>
  html`<input type="checkbox" name="name" value="${title}" aria-label="compare ${title}">`;
