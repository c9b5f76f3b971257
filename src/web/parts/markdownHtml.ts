import { html } from 'hono/html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Markup, nothing, seen } from './markup.ts';

// The tree as the parser gives it: its own types are another package's, which users do not get.
type RootContent = ReturnType<typeof fromMarkdown>['children'][number];
type Nodes = RootContent;

/**
 * The words of a task or a programme: CommonMark, read as a tree and written by our own templates. HTML in it is shown as
 * the text that it is, pictures as their words, and a link leads to http, https or a page of ours, or nowhere.
 */
export const markdownHtml = (text: string): Markup => {
  const known = written.get(text);
  if (known !== undefined) return known;
  const made = html`<div class="prose">${fromMarkdown(text).children.map(node)}</div>`;
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(text, made);
  return made;
};

/** The words of a term are shown to everybody who comes: they are read once. */
const written = new Map<string, Markup>();
const MOST_WRITTEN = 200;

const all = (parent: { readonly children: readonly RootContent[] }): Markup[] => parent.children.map(node);

function node(one: Nodes): Markup {
  switch (one.type) {
    case 'paragraph':
      return html`<p>${all(one)}</p>`;
    case 'heading':
      // A page has one headline of its own, and sections below it.
      return one.depth === 1 ? html`<h2>${all(one)}</h2>` : html`<h3>${all(one)}</h3>`;
    case 'list':
      return one.ordered === true ? html`<ol>${all(one)}</ol>` : html`<ul>${all(one)}</ul>`;
    case 'listItem':
      return html`<li>${all(one)}</li>`;
    case 'blockquote':
      return html`<blockquote>${all(one)}</blockquote>`;
    case 'code':
      return html`<pre class="words" tabindex="0"><code>${seen(one.value)}</code></pre>`;
    case 'inlineCode':
      return html`<code>${seen(one.value)}</code>`;
    case 'emphasis':
      return html`<em>${all(one)}</em>`;
    case 'strong':
      return html`<strong>${all(one)}</strong>`;
    case 'link':
      return link(one.url, all(one));
    case 'thematicBreak':
      return html`<hr>`;
    case 'break':
      return html`<br>`;
    case 'text':
    case 'html':
      return html`${seen(one.value)}`;
    case 'image':
      return html`${seen(one.alt ?? one.url)}`;
    default:
      return nothing;
  }
}

const link = (url: string, words: Markup[]): Markup =>
  /^(?:https?:\/\/|\/(?!\/))/i.test(url) ? html`<a href="${url}" rel="noopener nofollow">${words}</a>` : html`${words}`;
