import { html } from 'hono/html';
import { capital } from '../../../core/capital.ts';
import { counted } from '../../../core/counted.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { severityMark } from '../../parts/severityMark.ts';
import type { Review, SaidProblem } from './gatherReview.ts';

/** All problems, one line a rule, each a way to its place. */
export const problemList = ({ problems, checks, off }: Review, address: (problem: SaidProblem) => string): Markup => {
  const rules = [...Map.groupBy(problems, ({ rule }) => rule).values()];
  const holding = checks.filter(({ verdict }) => verdict === 'holds').length;
  return html`<h2>What would come back</h2>
${rules.length === 0 ? nothing : html`<ol class="card plain problems">${rules.map((same) => ruleHtml(same, address))}</ol>`}
<p class="soft small sum">${capital(counted(holding, 'rule'))} of this tree’s documents
${holding === 1 ? 'holds' : 'hold'}${off > 0 ? `; ${off} more are off, since it has no document that says so` : ''}.</p>
${unknownList(checks)}`;
};

const ruleHtml = (same: readonly SaidProblem[], address: (problem: SaidProblem) => string): Markup => {
  const [first] = same;
  if (!first) return nothing;
  const more = same.length - 1;
  return html`<li>${severityMark(first.severity)}
<a href="${address(first)}" data-row>${seen(first.what)}</a>
${more > 0 ? html`<span class="soft">and ${more} more</span>` : nothing}</li>`;
};

/** What could not be looked at, and what would settle it. */
const unknownList = (checks: Review['checks']): Markup => {
  const gaps = checks.filter(({ verdict, settle }) => verdict === 'unknown' && settle !== undefined);
  if (gaps.length === 0) return nothing;
  const same = [...Map.groupBy(gaps, ({ seen: words }) => words)];
  return html`<details class="small"><summary>${capital(counted(gaps.length, 'rule'))} could not be looked at</summary>
<ul class="plain">${same.map(
    ([
      words,
      own,
    ]) => html`<li><p>? ${seen(words)} <span class="soft">${seen(own.map(({ rule }) => rule).join(', '))}</span></p>
${[...new Set(own.map(({ settle }) => settle ?? ''))].map(settleHtml)}</li>`,
  )}</ul></details>`;
};

const settleHtml = (settle: string): Markup => html`<p class="soft">Settle it: <code>${seen(settle)}</code></p>`;
