import { html } from 'hono/html';
import { type Markup, seen } from './markup.ts';

/** A command to be pasted, whole, on lines of its own. */
export const commandHtml = (command: string): Markup => html`<code class="command">${seen(command)}</code>`;
