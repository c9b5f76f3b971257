import { html } from 'hono/html';
import type { Catalogue } from '../../../office/subsystems/readCatalogue.ts';
import type { Choice } from '../../../office/subsystems/readChoices.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { type CardFilter, catalogueHtml, nameOf } from './catalogueHtml.ts';

export interface SubsystemsView {
  readonly choices: readonly Choice[];
  readonly catalogue: Catalogue;
  /** What of the catalogue is looked at; stands in the address. */
  readonly filter: CardFilter;
  /** For whoever chooses; mentors look only. */
  readonly mayChoose: boolean;
  readonly at: string;
  readonly zone: string;
  readonly now: Date;
}

const current = ({ choices }: SubsystemsView): readonly Choice[] => choices.filter((one) => one.dropped_at === null);

export const subsystemsSentence = (view: SubsystemsView): string =>
  ['Choose two', 'One is chosen, one more may be', 'Two are chosen'][current(view).length] ?? 'Your subsystems';

export const subsystemsHtml = (view: SubsystemsView): Markup => {
  const { choices, zone, now } = view;
  const chosen = current(view);
  const left = choices.filter((one) => one.dropped_at !== null);
  return html`${
    chosen.length === 0
      ? nothing
      : html`<ul class="card plain">${chosen.map((one, index) => chosenRow(one, index, view))}</ul>`
  }
${catalogueHtml(
  view,
  chosen.map(({ name }) => name),
)}
${
  left.length === 0
    ? nothing
    : html`<h2>What you left</h2><ul class="card plain">${left.map(
        ({
          name,
          reason,
          chosen_at,
          dropped_at,
        }) => html`<li><div class="whole">${seen(name)}</div><span class="soft small">from
${instantHtml(chosen_at, zone, now)} to ${instantHtml(dropped_at ?? now, zone, now)}</span><p>${seen(reason)}</p></li>`,
      )}</ul>`
}`;
};

const chosenRow = (
  { name, chosen_at }: Choice,
  index: number,
  { at, zone, now, catalogue }: SubsystemsView,
): Markup => html`<li><div class="whole">${nameOf(name, at, catalogue)}</div>
<span class="soft small">since ${instantHtml(chosen_at, zone, now)}</span>
<details class="fold"><summary>Leave it</summary><form method="post" action="${at}/subsystems/leave" class="fields">
<input type="hidden" name="name" value="${name}"><div><label for="reason-${index}">Why</label>
<input id="reason-${index}" name="reason" maxlength="500" required autocomplete="off"></div><button>Leave
it</button></form></details></li>`;
