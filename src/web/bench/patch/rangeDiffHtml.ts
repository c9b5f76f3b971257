import { html } from 'hono/html';
import type { RangeDiff } from '../../../edge/git/rangeDiff.ts';
import { lineWindow } from '../../parts/lineWindow.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

/** What git range-diff says; the mark of the outer diff is the one that counts. */
export const rangeDiffHtml = (
  before: number,
  difference: RangeDiff,
): Markup => html`<h2>What changed since v${before}</h2>
${
  difference.kind === 'none'
    ? html`<p>${verdictMark('unknown')} It could not be compared: ${seen(difference.because)}.</p>`
    : diffHtml(difference.text)
}`;

const diffHtml = (text: string): Markup => {
  const lines = text.replace(/\n$/, '').split('\n');
  const { to } = lineWindow(lines, 1);
  const more = lines.length - to;
  return html`<div class="card code-card"><div class="code-head"><strong>git range-diff</strong></div>
<div class="code" tabindex="0" role="region" aria-label="What changed, by git range-diff"><table><tbody>${lines
    .slice(0, to)
    .map(
      (line) => html`<tr class="${kindOf(line)}"><td class="m"></td><td>${seen(line)}</td></tr>`,
    )}</tbody></table></div></div>
${more > 0 ? html`<p class="soft small">… ${more} more lines</p>` : nothing}`;
};

/** Below the line of each patch, its difference stands indented by four. */
const kindOf = (line: string): string => {
  const kinds: Readonly<Record<string, string>> = { '+': 'new', '-': 'gone' };
  return line.startsWith('    ') ? (kinds[line[4] ?? ''] ?? 'same') : 'file';
};
