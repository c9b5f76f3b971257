import { html } from 'hono/html';
import { commandHtml } from './commandHtml.ts';
import { type Markup, seen } from './markup.ts';

/** What to do next, and the command for it as it is typed. */
export const commandBox = (does: string | Markup, command: string): Markup => html`<div class="card pad next-step">
<p>${typeof does === 'string' ? seen(does) : does}</p>
${commandHtml(command)}
</div>`;
