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

/** A statement before and after; or one that a machine leaves alone, with the reason's name. */
export const fixExampleHtml = ({ before, after, refused }: FindingExample): Markup => html`
<div class="card code-card example"><div class="code-head">
<span>${after === undefined ? html`Left alone: ${refused}` : 'Becomes'}</span>
${after === undefined ? verdictMark('fails', 'refused') : verdictMark('holds', 'ready')}</div>
<div class="code"><table role="presentation"><tbody>
${lineRows(before, after === undefined ? '' : 'gone', after === undefined ? '' : '-')}
${after === undefined ? nothing : lineRows(after, 'new', '+')}
</tbody></table></div></div>`;

const lineRows = (text: string, tone: string, mark: string): readonly Markup[] =>
  text.split('\n').map((line) => html`<tr class="${tone}"><td class="m">${mark}</td><td>${seen(line)}</td></tr>`);
