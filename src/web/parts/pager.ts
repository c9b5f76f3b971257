import { html } from 'hono/html';
import { type Markup, nothing } from './markup.ts';

/** From a page of a long list to the ones beside it; `address` gives a page's own. */
export const pager = (page: number, pages: number, address: (page: number) => string): Markup => {
  if (pages < 2) return nothing;
  const link = (to: number, words: string): Markup =>
    to < 1 || to > pages ? html`<span class="soft">${words}</span>` : html`<a href="${address(to)}">${words}</a>`;
  return html`<nav class="pages" aria-label="Pages">${link(page - 1, '← before')}
<span>${page} of ${pages}</span> ${link(page + 1, 'next →')}</nav>`;
};
