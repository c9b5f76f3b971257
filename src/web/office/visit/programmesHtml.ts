import { html } from 'hono/html';
import { type Phase, phaseOf } from '../../../core/programme/termDates.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, seen } from '../../parts/markup.ts';
import { termAddress } from '../frame/termAddress.ts';

/** The headline of a visitor's first page. */
export const programmesSentence = (terms: readonly Term[], now: Date): string => {
  const open = terms.filter((term) => phaseOf(term, now) === 'open').length;
  if (terms.length === 0) return 'No programme is announced yet';
  if (open === 0) return 'No programme takes applications at the moment';
  return open === 1 ? 'One programme takes applications' : `${open} programmes take applications`;
};

/** The terms, each with what can be done there now. */
export const programmesHtml = (terms: readonly Term[], zone: string, now: Date): Markup => html`<ul class="card plain">
${terms.map(
  (term) =>
    html`<li class="row"><div class="words"><a class="whole" data-row href="${termAddress(term)}">${seen(
      `${term.programme.name}, ${term.name}`,
    )}</a><span class="soft small">${whatNow(term, phaseOf(term, now), zone, now)}</span></div></li>`,
)}</ul>`;

const whatNow = (term: Term, phase: Phase, zone: string, now: Date): Markup => {
  switch (phase) {
    case 'before':
      return html`Applications open ${instantHtml(term.opensAt, zone, now)}`;
    case 'open':
      return html`Applications close ${instantHtml(term.closesAt, zone, now)}`;
    case 'closed to new ones':
      return html`Closed to new applications; tasks go on until ${instantHtml(term.tasksUntil, zone, now)}`;
    case 'being decided':
      return html`Applications are being decided; it starts ${instantHtml(term.startsAt, zone, now)}`;
    case 'running':
      return html`Running until ${instantHtml(term.endsAt, zone, now)}`;
    case 'over':
      return html`Over since ${instantHtml(term.endsAt, zone, now)}`;
    default:
      return phase satisfies never;
  }
};
