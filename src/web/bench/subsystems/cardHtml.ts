import { html } from 'hono/html';
import type { ShownCard } from '../../../bench/showCards.ts';
import { cardRows } from '../../../core/subsystem/cardRows.ts';
import { cellHtml } from '../../parts/cellHtml.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { yearChart } from '../../parts/yearChart.ts';
import { sitesAddress, subsystemAddress } from './subsystemAddress.ts';

/** One card: its rows, and beside them the year and what one would begin with. `command` is as it is typed. */
export const cardHtml = ({ card, because, others }: ShownCard, command: string): Markup => html`
${meantHtml(because, others)}
<div class="two">
<dl class="card facts pad rows">${cardRows(card, 'chart').map(
  (row) => html`<dt>${row.label}</dt><dd>${cellHtml(row)}</dd>`,
)}</dl>
<aside>
${card.history.kind === 'known' ? html`<h2>The year</h2>${yearChart(card.history.value.months)}` : nothing}
<h2>Where to begin</h2>
<p>${seen(card.first.begin)}</p>
${commandHtml(command)}
<div class="buttons"><a class="button main" href="${sitesAddress(card.about.name)}">Its sites</a></div>
</aside>
</div>
${seen(card.about.name) === card.about.name ? besideHtml(card.about.name, others) : nothing}`;

/** Only where the name is as it looks: a form would send what nobody sees. */
const besideHtml = (name: string, others: readonly string[]): Markup => html`<h2>Beside another</h2>
<form class="fields look-up" action="/subsystem"><input type="hidden" name="name" value="${name}">
<div><label for="other">Its name, its list or its folder</label><input id="other" name="name" autocomplete="off"
${others.length === 0 ? nothing : html` placeholder="${seen(others[0] ?? '')}"`}></div><button>Compare</button></form>`;

/** Whoever typed `mm` should see what was taken for it, and what else there is. */
const meantHtml = (because: string, others: readonly string[]): Markup =>
  because === 'It is called so.' || because === ''
    ? nothing
    : html`<p class="note holds">${seen(because)} ${
        others.length === 0
          ? nothing
          : html`Or did you mean ${others.map(
              (one, at) => html`${at === 0 ? '' : ', '}<a
href="${subsystemAddress(one)}">${seen(one)}</a>`,
            )}?`
      }</p>`;
