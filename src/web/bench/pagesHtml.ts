import { html } from 'hono/html';
import { type Markup, nothing } from '../parts/markup.ts';

/** Which page of how many, from 1, and the way to the others. */
export interface Pages {
  readonly here: number;
  readonly last: number;
  readonly addressOf: (page: number) => string;
}

export const pagesHtml = ({ here, last, addressOf }: Pages): Markup =>
  last <= 1
    ? nothing
    : html`<nav class="pages" aria-label="Pages">
${here > 1 ? html`<a rel="prev" href="${addressOf(here - 1)}">← before</a>` : html`<span></span>`}
<span class="soft">${here} of ${last}</span>
${here < last ? html`<a rel="next" href="${addressOf(here + 1)}">more →</a>` : html`<span></span>`}
</nav>`;
