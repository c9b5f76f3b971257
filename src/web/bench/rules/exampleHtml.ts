import { html } from 'hono/html';
import type { Example as FindingExample } from '../../../core/finding/rule.ts';
import type { Example } from '../../../core/preflight/rule.ts';
import { sampleLines, samplesOf } from '../../../core/preflight/sampleLines.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

/** A patch that passes, or that is found, with what makes it so. */
export const exampleHtml = ({ given, finds, unknown }: Example): Markup => {
  if (unknown !== undefined) return nothing;
  const lines = samplesOf(given)
    .slice(0, 3)
    .flatMap((sample) => [...sampleLines(sample), '']);
  const words = lines.join('\n').trimEnd();
  return html`<div class="card code-card example"><div class="code-head">
<span>${finds === undefined ? 'This passes' : html`This is found: <q>…${seen(finds)}…</q>`}</span>
${finds === undefined ? verdictMark('holds', 'passes') : verdictMark('fails', 'found')}</div>
<pre class="code sample">${seen(words === '' ? 'an ordinary good patch' : words)}</pre></div>`;
};

/** Statements before and after, in one card. */
export const fixExamplesHtml = (examples: readonly FindingExample[]): Markup =>
  html`<div class="card code-card example"><div class="code"><table role="presentation">${examples.map(
    ({ before, after = '' }) => html`<tbody>${lineRows(before, 'gone', '-')}${lineRows(after, 'new', '+')}</tbody>`,
  )}</table></div></div>`;

/** Those that a machine leaves alone, each with the reason's name. */
export const leftAloneHtml = (examples: readonly FindingExample[]): Markup =>
  html`<dl class="card facts pad rows">${examples.map(
    ({ before, refused = '' }) => html`<dt>${refused}</dt><dd><pre class="statement">${seen(before)}</pre></dd>`,
  )}</dl>`;

const lineRows = (text: string, tone: string, mark: string): readonly Markup[] =>
  text.split('\n').map((line) => html`<tr class="${tone}"><td class="m">${mark}</td><td>${seen(line)}</td></tr>`);
