import { html } from 'hono/html';
import { type Markup, seen } from '../../parts/markup.ts';

/** How the task is handed in by mail: the address of one person for it. `action` is where the buttons lead. */
export const mailAddressHtml = (address: string | undefined, action: string): Markup =>
  address === undefined
    ? html`<details class="fold"><summary>Or hand it in by mail</summary>
<p>You get an address for this task alone. What you send there, as plain text, is your attempt: the text is what you say of it,
attachments are its files.</p>
<form method="post" action="${action}"><p class="buttons"><button name="deed" value="make">Get an address</button></p></form>
</details>`
    : html`<details class="fold"><summary>Or hand it in by mail</summary>
<p>Send plain text to <code>${seen(address)}</code>: it becomes your attempt, and attachments its files. The answer
comes to your registered address.</p>
<p class="soft">Whoever knows the address can hand in for you. If others have seen it, end it; then you can get another.</p>
<form method="post" action="${action}"><p class="buttons"><button name="deed" value="end">End this address</button></p></form>
</details>`;
