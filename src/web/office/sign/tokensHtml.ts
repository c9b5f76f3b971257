import { html } from 'hono/html';
import type { ListedToken } from '../../../edge/signIn/apiToken.ts';
import { LONGEST_TOKEN_NAME, TOKEN_DAYS, tokenScopes } from '../../../office/signIn/makeToken.ts';
import { agoWords } from '../../parts/agoWords.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { youTrail } from './youTrail.ts';

export interface TokensView {
  readonly tokens: readonly ListedToken[];
  readonly now: Date;
  /** What was made just now: it stands on this page, and nowhere else. */
  readonly made?: string | undefined;
  readonly wrong?: string | undefined;
  readonly origin: string;
  /** Whether they signed in just now: who made a token could do so for months. */
  readonly isFresh: boolean;
}

const scopeWords: Readonly<Record<(typeof tokenScopes)[number], string>> = {
  'tasks:read': 'read my tasks and their answers',
  'tasks:submit': 'hand in for me',
};

/** Tokens for programs that do something as this person. Pure. */
export const tokensHtml = ({ tokens, now, made, wrong, origin, isFresh }: TokensView): Content => ({
  ...{ title: 'Tokens', trail: youTrail },
  headline: 'What programs may do as you',
  lede: html`A token lets <code>patchling task</code>, or a script of yours, do what it names and nothing else. It ends after
${TOKEN_DAYS} days.`,
  body: html`${wrong === undefined ? nothing : html`<p class="note fails" role="alert">✗ ${seen(wrong)}</p>`}
${made === undefined ? nothing : madeHtml(made, origin)}
${
  tokens.length === 0
    ? html`<p class="card pad">You have none. One is needed only where a program is to do something for you.</p>`
    : html`<section class="card" aria-label="Tokens">${tokens.map((one) => tokenRow(one, now))}</section>`
}
<h2>Make one</h2>
${isFresh ? formHtml : againHtml}`,
});

const formHtml = html`<form method="post" action="/me/tokens" class="form">
<div class="field"><label for="name">Where it will be used</label>
<input id="name" name="name" maxlength="${LONGEST_TOKEN_NAME}" required autocomplete="off" placeholder="the laptop"></div>
<fieldset><legend>What it is for</legend>${tokenScopes.map(
  (scope) => html`<p><label><input type="checkbox" name="${scope}" value="yes" checked> ${scopeWords[scope]}
<code class="soft small">${scope}</code></label></p>`,
)}</fieldset>
<p class="buttons"><button class="main">Make a token</button></p></form>`;

const againHtml = html`<p>Whoever makes a token can do so much as you for months. So that it is not a browser that stands open,
<a href="/sign-in/again?to=%2Fme%2Ftokens">sign in once more</a> first.</p>`;

const madeHtml = (token: string, origin: string): Markup => html`<section class="note holds" role="status">
<p>✓ This is the token. It is not shown again.</p><pre tabindex="0">${token}</pre>
<p>Give it to <code>patchling task login ${origin}</code>, which asks for it.</p></section>`;

const tokenRow = ({ id, name, scopes, since, used, expires }: ListedToken, now: Date): Markup => {
  const over = expires.getTime() <= now.getTime();
  return html`<div class="row"><div class="words"><strong>${seen(name)}</strong><span class="soft small">${scopes.join(', ')} ·
made ${time(since, now)}, ${used === undefined ? 'not used yet' : html`used ${time(used, now)}`}, ${
    over ? 'run out' : html`good until ${expires.toISOString().slice(0, 10)}`
  }</span></div>
<form method="post" action="/me/tokens/end"><input type="hidden" name="id" value="${id}">
<button aria-label="End the token ${seen(name)}">End</button></form></div>`;
};

const time = (at: Date, now: Date): Markup =>
  html`<time datetime="${at.toISOString()}">${
    now.getTime() - at.getTime() < 60_000 ? 'just now' : agoWords(at.toISOString(), now)
  }</time>`;
