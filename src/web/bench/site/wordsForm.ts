import { html } from 'hono/html';
import { type Markup, nothing } from '../../parts/markup.ts';
import { type Place, placeText } from './siteAddress.ts';

/** A why by itself, to be kept: where its place cannot be shown, or two texts are to be made one. */
export const wordsForm = (place: Place, words: string, base: number): Markup =>
  html`<form method="post" action="/site/patch" class="card pad">
<input type="hidden" name="at" value="${placeText(place)}"><input type="hidden" name="base" value="${base}">
<label for="why-words">The why</label>${whyBox(words)}
<div class="buttons"><button class="main" name="deed" value="keep">Keep this text</button></div></form>`;

/** Where a why is written. A person's own words stand there as they were written, to the last sign. */
export const whyBox = (words: string, describedBy?: string): Markup =>
  html`<textarea id="why-words" name="why" rows="6" data-why spellcheck="true"${
    describedBy === undefined ? nothing : html` aria-describedby="${describedBy}"`
  }>
${words}</textarea>`;
