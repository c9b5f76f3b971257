import { html } from 'hono/html';
import type { LineKind } from '../../../core/patch/lineKinds.ts';
import { LONGEST, lineWindow } from '../../parts/lineWindow.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { SEVERITIES } from '../../parts/severityMark.ts';
import type { SaidProblem } from './gatherReview.ts';
import { problemHtml } from './problemHtml.ts';

/** A mail's file as it lies on the disk, with what was found at its lines. */
export interface MailView {
  /** Of the region. */
  readonly name: string;
  readonly head: Markup;
  readonly lines: readonly string[];
  readonly kinds: ReadonlyMap<number, LineKind>;
  /** Those of this file, the most important first. */
  readonly problems: readonly SaidProblem[];
  /** The line that has to be on the page. */
  readonly at: number;
  /** The address of the page that has this line. */
  readonly address: (line: number) => string;
}

/** So many boxes stand on one page: the list beside has all. */
const MOST = 40;

export const mailHtml = ({ name, head, lines, kinds, problems, at, address }: MailView): Markup => {
  const part = lineWindow(lines, at);
  const here = Map.groupBy(
    problems.filter(({ place }) => place.line >= part.from && place.line <= part.to).slice(0, MOST),
    ({ place }) => place.line,
  );
  // The first of each rule has its reasons: the first as one reads down the page.
  const firsts = new Set<string>();
  const rows = lines.slice(part.from - 1, part.to).map((text, index) => {
    const number = part.from + index;
    const own = (here.get(number) ?? []).map((problem) => {
      const isFirst = !firsts.has(problem.rule);
      firsts.add(problem.rule);
      return { problem, isFirst };
    });
    return rowHtml(text, number, kinds.get(number) ?? 'rest', own);
  });
  return html`<div class="card code-card">
<div class="code-head">${head}</div>
<div class="code mail" tabindex="0" role="region" aria-label="${name}"><table><tbody>${rows}</tbody></table></div>
</div>
${pagesHtml(part, lines.length, address)}`;
};

interface Said {
  readonly problem: SaidProblem;
  readonly isFirst: boolean;
}

const rowHtml = (text: string, number: number, kind: LineKind, said: readonly Said[]): Markup => {
  const spans = said.map(({ problem }) => spanIn(text, problem)).filter((span) => span !== undefined);
  const severity = said.length === 0 ? undefined : (worst(said) ?? 'note');
  const sign = severity === undefined ? '' : SEVERITIES[severity].mark;
  const own = severity === undefined ? nothing : html` id="l${number}"`;
  const shown = markedHtml(text, spans);
  return html`<tr class="${kind}"${own}><td class="n">${number}</td><td class="m">${sign}</td><td>${shown}</td></tr>
${said.map(
  ({ problem, isFirst }) =>
    html`<tr class="said"><td colspan="3">${problemHtml(problem, isFirst, spanIn(text, problem) !== undefined)}</td></tr>`,
)}`;
};

const worst = (said: readonly Said[]): SaidProblem['severity'] | undefined =>
  (['error', 'warning', 'note'] as const).find((one) => said.some(({ problem }) => problem.severity === one));

type Span = readonly [start: number, end: number];

/** Where the problem's part is in the line of the file: of a diff's line, its text may stand without the mark. */
const spanIn = (line: string, { text, span }: SaidProblem): Span | undefined => {
  if (!span) return undefined;
  if (line === text) return span;
  return line.slice(1) === text ? [span[0] + 1, span[1] + 1] : undefined;
};

const markedHtml = (whole: string, spans: readonly Span[]): Markup => {
  const text = whole.slice(0, LONGEST);
  const parts: Markup[] = [];
  let done = 0;
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    if (start < done || start >= text.length || end <= start) continue;
    parts.push(html`${seen(text.slice(done, start))}<mark>${seen(text.slice(start, end))}</mark>`);
    done = end;
  }
  const more = whole.length - text.length;
  const left = more > 0 ? html` <span class="soft">… ${more} more characters</span>` : nothing;
  return html`${parts}${seen(text.slice(done))}${left}`;
};

const pagesHtml = (
  { from, to, next, before }: ReturnType<typeof lineWindow>,
  all: number,
  address: (line: number) => string,
): Markup =>
  next === undefined && before === undefined
    ? nothing
    : html`<nav class="pages" aria-label="Pages of this mail">
<span>${before === undefined ? nothing : html`<a href="${address(before)}" rel="prev">The lines before</a>`}</span>
<span class="soft small">lines ${from} to ${to} of ${all}</span>
<span>${next === undefined ? nothing : html`<a href="${address(next)}" rel="next">The lines after</a>`}</span>
</nav>`;
