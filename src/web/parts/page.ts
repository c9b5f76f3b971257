import { html } from 'hono/html';
import type { Markup } from './markup.ts';
import { seen } from './markup.ts';

/** A room of the programme in the rail: its name, where it is, the key that leads there. */
export interface RailRoom {
  readonly name: string;
  readonly at: string;
  readonly key: string;
}

export type Theme = 'light' | 'dark' | 'system';

/** What stands around a page's own content. */
export interface Frame {
  readonly rooms: readonly RailRoom[];
  /** Below the rooms, smaller. */
  readonly asides: readonly RailRoom[];
  /** The `at` of the room that the page belongs to. */
  readonly here: string;
  /** At the foot of the rail: the tree and its state, a line each. */
  readonly foot: readonly string[];
  /** What else a key does, beside the rooms. */
  readonly keys: readonly { readonly key: string; readonly does: string }[];
  readonly theme: Theme;
  /** In the addresses of style, code and fonts. */
  readonly version: string;
}

export interface Content {
  /** Of the window; text. */
  readonly title: string;
  /** Where one is, above the headline: links. */
  readonly trail?: Markup;
  /** The sentence that answers the visitor's question. */
  readonly headline: string | Markup;
  /** The line below it that removes worry. */
  readonly lede?: string | Markup;
  readonly body: Markup;
  /** Client code that this page needs beside the keys. */
  readonly scripts?: readonly string[];
}

/** A whole page. */
export const page = (frame: Frame, content: Content): Markup => html`<!doctype html>
<html lang="en"${frame.theme === 'system' ? '' : html` data-theme="${frame.theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${seen(content.title)} · Patchling</title>
<link rel="icon" href="/assets/${frame.version}/mark.svg" type="image/svg+xml">
<link rel="preload" href="/assets/${frame.version}/figtree.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/assets/${frame.version}/style.css">
${['keys.js', ...(content.scripts ?? [])].map(
  (name) => html`<script type="module" src="/assets/${frame.version}/${name}"></script>\n`,
)}</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${rail(frame)}
<main id="content" tabindex="-1">
${content.trail === undefined ? '' : html`<nav class="trail" aria-label="Where you are">${content.trail}</nav>`}
<h1>${content.headline}</h1>
${content.lede === undefined ? '' : html`<p class="lede">${content.lede}</p>`}
${content.body}
</main>
${keysDialog(frame)}
</body>
</html>
`;

const rail = ({ rooms, asides, here, foot }: Frame): Markup => html`<header class="rail">
<a class="brand" href="/"><span class="leaf" aria-hidden="true">+</span> Patchling</a>
<nav aria-label="Rooms">
<ul>${rooms.map((room) => railRoom(room, here))}</ul>
<ul class="asides">${asides.map((room) => railRoom(room, here))}</ul>
</nav>
<div class="foot">${foot.map((line) => html`<div>${seen(line)}</div>`)}</div>
</header>`;

const railRoom = ({ name, at, key }: RailRoom, here: string): Markup =>
  html`<li><a href="${at}" data-key="${key}"${at === here ? html` aria-current="page"` : ''}>${name}<kbd
aria-hidden="true">${key}</kbd></a></li>`;

const keysDialog = ({ rooms, asides, keys }: Frame): Markup => html`<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keys</h2>
<dl class="keys">
${[...rooms, ...asides].map(({ name, key }) => html`<div><dt><kbd>${key}</kbd></dt><dd>${name}</dd></div>`)}
<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>Next, and the one before</dd></div>
<div><dt><kbd>Enter</kbd></dt><dd>Open it</dd></div>
${keys.map(({ key, does }) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
<div><dt><kbd>?</kbd></dt><dd>These keys</dd></div>
</dl>
<form method="dialog"><button>Close</button></form>
</dialog>`;
