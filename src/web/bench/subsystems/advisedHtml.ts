import { html } from 'hono/html';
import { capital } from '../../../core/capital.ts';
import { shortWords, sidesOf } from '../../../core/subsystem/adviceWords.ts';
import type { Advised } from '../../../core/subsystem/advise.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { yearChart } from '../../parts/yearChart.ts';
import { sitesAddress, subsystemAddress } from './subsystemAddress.ts';

/** With what one would begin: a sentence, and the command as it is typed. */
export interface ShownFirst {
  readonly begin: string;
  readonly command: string;
}

/** One of the two that are recommended: what to begin with, the year, and what speaks for and against it. */
export const advisedHtml = (one: Advised, first: ShownFirst | undefined): Markup => {
  const { speaksFor, speaksAgainst } = sidesOf(one);
  const { history } = one.candidate;
  return html`<article class="card advised">
<div class="named"><h2><a data-row href="${subsystemAddress(one.name)}">${seen(one.name)}</a></h2>
<span class="soft small">${one.score} of 100</span></div>
${history.kind === 'known' ? yearChart(history.value.months) : nothing}
${first === undefined ? nothing : html`<p class="begin">${seen(first.begin)}</p>${commandHtml(first.command)}`}
<h3>What speaks for it</h3>
${points(speaksFor, [])}
<h3>What speaks against it</h3>
${points(speaksAgainst, one.cautions)}
<div class="buttons"><a class="button" href="${subsystemAddress(one.name)}">Its card</a>
<a class="button" href="${sitesAddress(one.name)}">Its sites</a></div>
</article>`;
};

const points = (counted: Advised['counted'], cautions: readonly string[]): Markup =>
  counted.length + cautions.length === 0
    ? html`<p class="soft">Nothing that was looked at.</p>`
    : html`<ul class="plain points">
${counted.map(
  ({ points: brought, most, seen: words }) => html`<li>
<span class="number soft small">${Math.round(brought)} of ${Math.round(most)}</span><span>${seen(capital(words))}</span></li>`,
)}
${cautions.map((words) => html`<li><span></span><span>${seen(words)}</span></li>`)}
</ul>`;

/** One of the others, in a line. `place` counts from 1. */
export const advisedInShort = (one: Advised, place: number): Markup => html`<li class="row"><span class="words">
<a class="whole" data-row href="${subsystemAddress(one.name)}">${place}. ${seen(one.name)}</a>
<span class="soft small">${seen(capital(shortWords(one)))}</span></span>
<span class="soft small">${one.score} of 100</span></li>`;
