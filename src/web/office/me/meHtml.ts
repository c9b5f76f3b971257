import { html } from 'hono/html';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export interface MeView {
  readonly person: { readonly name: string; readonly address: string | null; readonly zone: string };
  readonly isFrozen: boolean;
  readonly isSaved: boolean;
  readonly wrong: string | undefined;
}

export const meHtml = ({ person, isFrozen, isSaved, wrong }: MeView): Markup => html`
${isSaved ? html`<p class="note holds" role="status">✓ Saved.</p>` : nothing}
${wrong === undefined ? nothing : html`<p class="note fails" role="alert">✗ ${seen(wrong)}</p>`}
<form method="post" action="/me" class="form">
<div class="field"><label for="name">Name</label><input id="name" name="name" value="${person.name}" maxlength="100"
autocomplete="name" aria-describedby="name-hint">
<p class="hint" id="name-hint">What mentors and mails call you. It need not be the one in your passport.</p></div>
<div class="field"><label for="zone">Time zone</label><input id="zone" name="zone" value="${person.zone}" autocomplete="off"
aria-describedby="zone-hint"><p class="hint" id="zone-hint">For deadlines on your clock, as Europe/Berlin.</p></div>
<p class="buttons"><button>Save</button></p></form>
<dl class="facts"><dt>address</dt><dd>${seen(person.address ?? '')}, <a href="/me/address">change it</a></dd>
<dt>signed in</dt><dd><a href="/me/sessions">sessions and passkeys</a></dd>
<dt>programs</dt><dd><a href="/me/tokens">tokens</a></dd>
<dt>mails</dt><dd><a href="/me/mails">which ones you want</a></dd></dl>
<h2>Take it with you</h2>
<form method="post" action="/me/export" class="buttons"><button name="as" value="file">Download everything</button>
<button name="as" value="page" class="button">Read everything</button></form>
<h2>Stop</h2>
<form method="post" action="/me/freeze"><input type="hidden" name="frozen" value="${isFrozen ? 'no' : 'yes'}">
<p>${
  isFrozen
    ? 'Nothing is done with your data at the moment: nobody reads or decides anything of yours.'
    : 'You can stop that anything is done with your data, without losing it: nobody reads or decides anything of yours then.'
}</p><p class="buttons"><button class="button">${isFrozen ? 'Go on' : 'Stop it'}</button></p></form>
<h2>Leave</h2>
<p><a href="/me/erase">See what would be erased</a></p>`;
