import { html } from 'hono/html';
import { type CardRow, cardRows } from '../../../core/subsystem/cardRows.ts';
import type { FilledCard } from '../../../core/subsystem/filledCard.ts';
import { rowLabels } from '../../../core/subsystem/rowLabels.ts';
import { cellHtml } from '../../parts/cellHtml.ts';
import { commandHtml } from '../../parts/commandHtml.ts';
import { type Markup, seen } from '../../parts/markup.ts';
import { yearChart } from '../../parts/yearChart.ts';
import { sitesAddress, subsystemAddress } from './subsystemAddress.ts';

/** Two or three cards side by side: the same rows in the same order, the year above. `commands` are as they are typed. */
export const cardsHtml = (cards: readonly FilledCard[], commands: readonly string[]): Markup => {
  const rows = cards.map((card) => cardRows(card, 'chart'));
  const charts = cards.map(({ history }) => history.kind === 'known' && yearChart(history.value.months));
  return html`<div class="card compare"><table>
<thead><tr><td></td>${cards.map(
    ({ about }) =>
      html`<th scope="col"><a data-row href="${subsystemAddress(about.name)}">${seen(about.name)}</a></th>`,
  )}</tr></thead>
<tbody>
${charts.some((chart) => chart !== false) ? row('The year', cards, charts) : ''}
${rowLabels(rows).map((label) =>
  row(
    label,
    cards,
    rows.map((own) => cellOf(own, label)),
  ),
)}
${row(
  'To begin',
  cards,
  cards.map(({ first }, at) => html`${seen(first.begin)}${commandHtml(commands[at] ?? '')}`),
)}
${row(
  'Go on',
  cards,
  cards.map(({ about }) => html`<a href="${sitesAddress(about.name)}">its sites</a>`),
)}
</tbody></table></div>`;
};

const row = (label: string, cards: readonly FilledCard[], cells: readonly (Markup | false)[]): Markup =>
  html`<tr><th scope="row">${label}</th>${cells.map(
    (cell, at) => html`<td data-of="${seen(cards[at]?.about.name ?? '')}">${cell === false ? '' : cell}</td>`,
  )}</tr>`;

const cellOf = (rows: readonly CardRow[], label: string): Markup | false => {
  const found = rows.find((one) => one.label === label);
  return found ? cellHtml(found) : false;
};
