import { html } from 'hono/html';
import { type Markup, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

export interface SaidIn {
  readonly file: string;
  readonly heading: string;
  readonly line: number;
  readonly words: string;
}

/** The tree's own sentence, and where it stands. */
export const sourceHtml = ({ file, heading, line, words }: SaidIn): Markup => html`<figure class="source">
<blockquote>${seen(words)}</blockquote>
<figcaption class="soft small"><code>${seen(file)}</code>, line ${line}, “${seen(heading)}”</figcaption></figure>`;

/** Where it is not said, that, and why. */
export const notSaidHtml = (file: string, heading: string, because: string): Markup =>
  html`<p>${verdictMark('unknown')} <code>${file}</code>, “${heading}”, ${because}.</p>`;
