import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import type { ErasePlan } from '../../../office/privacy/erasePerson.ts';
import type { Markup } from '../../parts/markup.ts';

export const eraseHtml = (plans: readonly ErasePlan[]): Markup => html`<table class="plain"><thead><tr>
<th scope="col">What</th><th scope="col">How much</th><th scope="col">What becomes of it</th></tr></thead>
<tbody>${plans.map(
  ({ what, rows, stays }) => html`<tr><th scope="row">${what}</th><td>${plural(rows, 'entry', 'entries')}</td>
<td>${stays === undefined ? 'It is deleted.' : `Your words are deleted. What stays, stays ${stays}.`}</td></tr>`,
)}</tbody></table>
<p>Open applications are withdrawn by it. Backups lose it as they are replaced, after 35 days at the latest; one that is
restored before erases you again. Mails on public lists and merged commits are not here, and stay where they are.</p>
<form method="post" action="/me/erase" class="form"><div class="field"><label for="sure">Write “erase” to go on</label>
<input id="sure" name="sure" autocomplete="off"></div>
<p class="buttons"><button>Erase everything</button> <a class="button" href="/me">Keep it</a></p></form>`;

/** The last page: it belongs to nobody any more. */
export const erasedHtml = (version: string): Markup => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Erased · Patchling</title>
<link rel="stylesheet" href="/assets/${version}/style.css"></head>
<body><main><h1>You are erased here</h1><p class="lede">Nothing that names you is left. Thank you for what you did.</p></main>
</body></html>`;
