import { html } from 'hono/html';
import type { FoundSource } from '../../../core/preflight/foundSource.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { severityMark } from '../../parts/severityMark.ts';
import type { SaidProblem } from './gatherReview.ts';

/**
 * A problem below its line: what, why, what to do, and the sentence of the tree that asks for it. `isFirst`: of its rule;
 * the others leave out what would only be said again. `isMarked`: the line above shows what is meant.
 */
export const problemHtml = (problem: SaidProblem, isFirst: boolean, isMarked: boolean): Markup => {
  const { severity, what, why, next, rule, source, turnedOff, canMend } = problem;
  return html`<div class="problem is-${severity}">
<p>${severityMark(severity)} <strong>${seen(what)}</strong></p>
${isMarked ? nothing : excerptHtml(problem)}
${isFirst ? html`<p>${seen(why)}</p>` : nothing}
${isFirst || next !== '' ? html`<p><span class="soft">Next:</span> ${seen(next)}${canMend ? MENDS : nothing}</p>` : nothing}
${isFirst && source ? sourceHtml(source) : nothing}
${turnedOff === undefined ? nothing : html`<p>Turned off for this patch: ${seen(turnedOff)}</p>`}
<p class="soft"><code>${seen(rule)}</code></p>
</div>`;
};

const MENDS = html` <span class="soft">(<code>check --fix</code> can do that)</span>`;

const sourceHtml = ({ words, file, heading, line }: FoundSource): Markup => html`<blockquote>${seen(words)}<br>
<cite>${seen(file)}, “${seen(heading)}”, line ${line}</cite></blockquote>`;

/** The line as it was read, where it does not stand so in the file: decoded, or folded. */
const excerptHtml = ({ text, span }: SaidProblem): Markup => {
  if (!span || text.length > 400) return nothing;
  const [start, end] = span;
  const [before, meant, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(seen);
  return html`<p><code>${before}<mark>${meant}</mark>${after}</code></p>`;
};
