import { html } from 'hono/html';
import { counted } from '../../../core/counted.ts';
import { ownRole } from '../../../core/maintainers/ownRole.ts';
import type { Told } from '../../../core/series/toldPeople.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

/** Who gets a mail, with the reasons. */
export const toldHtml = (told: readonly Told[], unsaid: readonly string[]): Markup => html`<h2>Who gets it</h2>
${
  told.length === 0
    ? html`<p>${verdictMark('unknown')} MAINTAINERS names nobody.</p>`
    : html`<ul class="card plain told">${told.map(personHtml)}</ul>`
}
${unsaid.map((one) => html`<p class="small soft">? The history does not say: ${seen(one)}</p>`)}`;

const personHtml = ({ header, name, address, role, because }: Told): Markup => html`<li>
<div><span class="header-name">${header}</span> <strong>${seen(name === '' ? address : name)}</strong></div>
${name === '' ? nothing : html`<div class="soft">${seen(address)}</div>`}
${role === '' ? nothing : html`<div>${seen(ownRole(role))}</div>`}
<div class="soft"><code>${seen(because[0] ?? '')}</code></div>
${because.length > 1 ? moreReasons(because.slice(1)) : nothing}
</li>`;

const moreReasons = (because: readonly string[]): Markup => html`<details>
<summary>${counted(because.length, 'more reason')}</summary>
${because.slice(0, 12).map((one) => html`<div class="soft"><code>${seen(one)}</code></div>`)}</details>`;
