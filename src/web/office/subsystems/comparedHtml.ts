import { html } from 'hono/html';
import { MOST_SUBSYSTEMS } from '../../../core/programme/mayChoose.ts';
import { rowLabels } from '../../../core/subsystem/rowLabels.ts';
import type { Catalogue } from '../../../office/subsystems/readCatalogue.ts';
import { cellHtml } from '../../parts/cellHtml.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { yearChart } from '../../parts/yearChart.ts';
import type { SubsystemsView } from './subsystemsHtml.ts';

export const MOST_COMPARED = 3;

type Cards = Catalogue['cards'];

/** Cards side by side: the same rows in the same order, the year above, and the way to choose one below. */
export const comparedHtml = (cards: Cards, view: SubsystemsView): Markup => {
  const { at, zone, now } = view;
  const hasYear = cards.some(({ months }) => months !== undefined);
  return html`<form method="post" action="${at}/subsystems"><div class="card compare"><table>
<thead><tr><td></td>${cards.map(({ name }) => html`<th scope="col">${seen(name)}</th>`)}</tr></thead>
<tbody>
${hasYear ? row('The year', cards, ({ months }) => (months === undefined ? nothing : yearChart(months))) : nothing}
${rowLabels(cards.map(({ rows }) => rows)).map((label) =>
  row(label, cards, ({ rows }) => {
    const found = rows.find((one) => one.label === label);
    return found ? cellHtml(found) : nothing;
  }),
)}
${row('To begin', cards, ({ begin }) => html`${seen(begin)}`)}
${row('Read from', cards, ({ tree, madeAt }) => html`${seen(tree)}, ${instantHtml(madeAt, zone, now)}`)}
${view.mayChoose ? row('Choose', cards, ({ name }) => choice(name, view)) : nothing}
</tbody></table></div></form>`;
};

const choice = (name: string, { choices }: SubsystemsView): Markup => {
  const chosen = choices.filter((one) => one.dropped_at === null);
  if (chosen.some((one) => one.name === name)) return html`It is yours.`;
  return chosen.length >= MOST_SUBSYSTEMS
    ? html`You have chosen two: leave one of them first.`
    : html`<button name="name" value="${name}">Choose it<span class="hidden-words">: ${seen(name)}</span></button>`;
};

const row = (label: string, cards: Cards, cell: (card: Cards[number]) => Markup): Markup =>
  html`<tr><th scope="row">${label}</th>${cards.map((card) => html`<td data-of="${seen(card.name)}">${cell(card)}</td>`)}</tr>`;
