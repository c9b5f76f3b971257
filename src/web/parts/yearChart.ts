import { html } from 'hono/html';
import { plural } from '../../core/plural.ts';
import type { HistoryFigures } from '../../core/subsystem/card.ts';
import type { Markup } from './markup.ts';

type Months = HistoryFigures['months'];

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const [WIDE, HIGH, STEP] = [264, 56, 22];

/** Patches a month as bars, each as high as its share of the highest, with their numbers behind them. */
export const yearChart = (months: Months): Markup => {
  const most = Math.max(0, ...months.map(({ patches }) => patches));
  return html`<svg class="chart year" viewBox="0 0 ${WIDE} ${HIGH + 18}" role="img" aria-label="${chartWords(months)}">
${months.map(({ patches }, at) => bar(patches, most, at))}
<line class="axis" x1="0" x2="${WIDE}" y1="${HIGH + 0.5}" y2="${HIGH + 0.5}"/>
<text x="0" y="${HIGH + 14}">${monthName(months[0])}</text>
<text x="${WIDE - 2}" y="${HIGH + 14}" text-anchor="end">${monthName(months.at(-1))}</text>
</svg>
<details class="small"><summary>${most === 0 ? 'no patch in any month' : `at most ${most} a month`}</summary>
<table><thead><tr><th scope="col">month</th><th scope="col" class="number">patches</th></tr></thead>
<tbody>${months.map(
    ({ month, patches }) => html`<tr><td>${month}</td><td class="number">${patches}</td></tr>`,
  )}</tbody></table></details>`;
};

/** The later the month, the fuller the bar: the eye goes to where the year ends. */
const bar = (patches: number, most: number, at: number): Markup => {
  const height = patches === 0 ? 0 : Math.max(2, Math.round((patches / most) * (HIGH - 2)));
  const opacity = (0.45 + (0.55 * (at + 1)) / 12).toFixed(2);
  return html`<rect class="bar" x="${at * STEP + 2}" y="${HIGH - height}" width="18" height="${height}" rx="2"
fill-opacity="${opacity}"/>`;
};

/** The chart for who does not see it; the table has every number. */
export const chartWords = (months: Months): string => {
  const all = months.reduce((sum, { patches }) => sum + patches, 0);
  const ordered = months.toSorted((one, other) => other.patches - one.patches);
  const [most, least] = [ordered[0], ordered.at(-1)];
  if (!most || !least || all === 0) return 'No patch in the year.';
  const range = `from ${least.patches} in ${least.month} to ${most.patches} in ${most.month}`;
  return `${plural(all, 'patch', 'patches')} in a year, ${range}.`;
};

const monthName = (one: Months[number] | undefined): string => NAMES[Number(one?.month.slice(5)) - 1] ?? '';
