import { html } from 'hono/html';
import { type Markup, seen } from './markup.ts';

/** What to do next, and the command for it as it is typed. */
export const commandBox = (does: string | Markup, command: string): Markup => html`<div class="card pad next-step">
<p>${verb(does)}</p>
<pre class="command" tabindex="0" role="region" aria-label="The command"><code>${seen(command)}</code></pre>
</div>`;

const verb = (does: string | Markup): string | Markup => (typeof does === 'string' ? seen(does) : does);
