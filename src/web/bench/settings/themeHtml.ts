import { html } from 'hono/html';
import type { Markup } from '../../parts/markup.ts';
import type { Theme } from '../../parts/page.ts';

const THEMES: readonly { readonly theme: Theme; readonly words: string }[] = [
  { theme: 'system', words: 'as the system' },
  { theme: 'light', words: 'light' },
  { theme: 'dark', words: 'dark' },
];

/** The choice of light and dark; it holds for this browser. */
export const themeHtml = (now: Theme): Markup => html`<form class="card pad" method="post" action="/settings/theme">
<fieldset class="choices"><legend>These pages are</legend>
${THEMES.map(
  ({ theme, words }) =>
    html`<label class="agree"><input type="radio" name="theme" value="${theme}"${
      theme === now ? ' checked' : ''
    }>${words}</label>`,
)}</fieldset>
<div class="buttons"><button>Keep it so</button></div></form>`;

/** What a form sent; anything else is as the system has it. */
export const themeFrom = (value: unknown): Theme => (value === 'light' || value === 'dark' ? value : 'system');
