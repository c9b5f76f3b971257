import { html } from 'hono/html';
import type { Tool } from '../../../bench/examineTools.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

const APT = 'sudo apt-get install ';
const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

export const doctorHeadline = (tools: readonly Tool[]): string => {
  const missing = tools.filter(({ found }) => !found).length;
  if (missing === 0) return 'Everything is here';
  return `${NUMBERS[missing] ?? missing} ${missing === 1 ? 'thing is' : 'things are'} missing`;
};

/** What worries least: all that goes on without what is missing. */
export const doctorLede = (tools: readonly Tool[]): string =>
  tools.every(({ found }) => found)
    ? 'All that Patchling asks of this machine was found.'
    : 'The rest goes on without; each says what it costs you.';

/** What is missing first, each with what it costs and the one command; then what is there. */
export const doctorHtml = (tools: readonly Tool[]): Markup => {
  const missing = tools.filter(({ found }) => !found);
  const there = tools.filter(({ found }) => found);
  const packages = missing.flatMap(({ install }) => (install.startsWith(APT) ? install.slice(APT.length) : []));
  return html`
${missing.length === 0 ? nothing : html`<ul class="card plain">${missing.map(missingRow)}</ul>`}
${packages.length < 2 ? nothing : html`<h2>All at once</h2>${commandHtml(`${APT}${packages.join(' ')}`)}`}
${missing.length === 0 ? nothing : html`<h2>What is here</h2>`}
<ul class="card plain">${there.map(foundRow)}</ul>`;
};

const missingRow = ({ tool, neededFor, install }: Tool): Markup => html`<li class="row top"><span class="words">
<strong>${tool}</strong><span class="soft">It is needed for ${neededFor}.</span>${commandHtml(install)}</span>
${verdictMark('fails', 'missing')}</li>`;

const foundRow = ({ tool, version, neededFor }: Tool): Markup => html`<li class="row"><span class="words">
<span><strong>${tool}</strong> <span class="soft">${seen(version)}</span></span>
<span class="soft small">${neededFor}</span></span>${verdictMark('holds', 'found')}</li>`;
