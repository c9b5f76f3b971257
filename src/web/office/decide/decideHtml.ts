import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import { type ApplicationState, applicationStates, ratings } from '../../../core/programme/applicationState.ts';
import { batchDecisions } from '../../../core/programme/batch.ts';
import { ratingWords } from '../../../core/programme/ratingWords.ts';
import { type Listed, ON_PAGE } from '../../../office/decide/listApplications.ts';
import type { OpenBatch } from '../../../office/decide/readBatch.ts';
import type { Places } from '../../../office/decide/readPlaces.ts';
import type { TeamMember } from '../../../office/people/readTeam.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { pager } from '../../parts/pager.ts';
import { verdictMark } from '../../parts/verdictMark.ts';

export interface DecideView {
  readonly at: string;
  readonly places: Places;
  readonly state: ApplicationState;
  readonly rated: string;
  readonly page: number;
  readonly all: number;
  readonly found: readonly Listed[];
  readonly open: readonly OpenBatch[];
  readonly readers: readonly TeamMember[];
  /** Drawn for the form: the same seed spreads the same way. */
  readonly seed: string;
  readonly zone: string;
  readonly now: Date;
  readonly assigned: string | undefined;
}

/** `Twelve wait for a decision; 18 places are free`. */
export const decideSentence = ({ places }: Pick<DecideView, 'places'>): string => {
  const sent = places.counts.get('sent') ?? 0;
  if (sent > 0) return `${plural(sent, 'application')} ${sent === 1 ? 'waits' : 'wait'} for a decision`;
  if (places.free > 0 && places.waiting > 0)
    return `${places.free === 1 ? 'A place is' : `${places.free} places are`} free`;
  return 'Nothing waits for a decision';
};

export const placesLine = ({ places, accepted, free, waiting }: Places): string =>
  `${accepted} of ${plural(places, 'place')} ${accepted === 1 ? 'is' : 'are'} taken, ${free} free; ${waiting} on the waiting
list.`;

export const decideHtml = (view: DecideView): Markup => html`
${view.assigned === undefined ? nothing : html`<p class="note holds" role="status">✓ ${view.assigned}</p>`}
${
  view.open.length === 0
    ? nothing
    : html`<h2>Proposed, to be confirmed</h2><ul class="card plain">${view.open.map((one) => openRow(one, view))}</ul>`
}
${freePlace(view)}
<ul class="chips" aria-label="State">${applicationStates.map((state) => chip(view, state))}</ul>
${filter(view)}
${view.found.length === 0 ? html`<p class="soft">None.</p>` : table(view)}
${assignForm(view)}`;

const openRow = ({ id, decision, count, proposer, proposed_at }: OpenBatch, { at, zone, now }: DecideView): Markup =>
  html`<li class="row"><div class="words"><a class="whole" data-row href="${at}/batch/${id}">${decisionTitle(decision, count)}</a>
<span class="soft small">proposed by ${seen(proposer)}, ${instantHtml(
    proposed_at,
    zone,
    now,
  )}</span></div>${verdictMark('yours', 'look, then confirm')}</li>`;

export const decisionTitle = (decision: OpenBatch['decision'], count: number): string => {
  const people = plural(count, 'person', 'people');
  if (decision === 'put on the waiting list') return `Put ${people} on the waiting list`;
  return decision === 'accept' ? `Accept ${people}` : `Decline ${people}`;
};

/** Somebody withdrew, and others wait: said where it is decided. */
const freePlace = ({ places, at }: DecideView): Markup =>
  places.free > 0 && places.waiting > 0 && (places.counts.get('withdrawn') ?? 0) > 0
    ? html`<p class="note">A place is free, and ${plural(places.waiting, 'person waits', 'people wait')} for one:
<a href="${at}?state=on+the+waiting+list">the waiting list</a>.</p>`
    : nothing;

const chip = ({ at, state: current, places }: DecideView, state: ApplicationState): Markup =>
  html`<li><a href="${at}?state=${encodeURIComponent(state)}"${state === current ? html` aria-current="true"` : nothing}>${state}
${places.counts.get(state) ?? 0}</a></li>`;

const filter = ({
  at,
  state,
  rated,
}: DecideView): Markup => html`<form method="get" action="${at}" class="fields filter">
<input type="hidden" name="state" value="${state}"><div class="narrow"><label for="rated">With a rating</label>
<select id="rated" name="rated">${['', 'not rated', ...ratings].map(
  (one) =>
    html`<option value="${one}"${one === rated ? html` selected` : nothing}>${one === '' ? 'any' : one}</option>`,
)}</select></div><button>Show</button></form>`;

const isDecidable = (state: ApplicationState): boolean => state === 'sent' || state === 'on the waiting list';

function table(view: DecideView): Markup {
  const { at, found, state, all, page, rated } = view;
  const mayPick = isDecidable(state);
  const address = (to: number) =>
    `${at}?state=${encodeURIComponent(state)}&rated=${encodeURIComponent(rated)}&page=${to}`;
  return html`<form method="post" action="${at}/sentences">
<table class="plain stacks"><thead><tr>${mayPick ? html`<th scope="col"><span class="hidden-words">Choose</span></th>` : nothing}
<th scope="col">Who</th><th scope="col">What readers say</th><th scope="col">Sent</th></tr></thead>
<tbody>${found.map((one) => row(one, view, mayPick))}</tbody></table>
${pager(page, Math.ceil(all / ON_PAGE), address)}
${
  mayPick
    ? html`<fieldset class="decisions"><legend>For those chosen, propose to</legend>${batchDecisions
        .filter((one) => state === 'sent' || one !== 'put on the waiting list')
        .map((one) => html`<button name="decision" value="${one}">${one}</button> `)}</fieldset>
<p class="soft small">Nothing is decided by this: next you write a sentence for each, and see every mail.</p>`
    : nothing
}</form>`;
}

const row = (one: Listed, { at, zone, now }: DecideView, mayPick: boolean): Markup => html`<tr>${
  mayPick
    ? html`<td class="pick"><input type="checkbox" name="pick-${one.id}" id="pick-${one.id}" aria-label="${seen(one.name)}"></td>`
    : nothing
}<th scope="row">${
  one.sentAt === null ? seen(one.name) : html`<a data-row href="${at}/application/${one.id}">${seen(one.name)}</a>`
}${
  one.proposed ? html` ${verdictMark('theirs', 'proposed')}` : nothing
}${one.flagged ? html` ${verdictMark('unknown', 'flagged')}` : nothing}</th>
<td data-name="What readers say">${ratingWords(one.ratings)}${
  one.unread === 0
    ? nothing
    : html` <span class="soft">(${one.unread} of ${plural(one.readers, 'reader')} to come)</span>`
}${one.readers === 0 ? html` <span class="soft">(no reader)</span>` : nothing}</td>
<td data-name="Sent">${one.sentAt === null ? '' : instantHtml(one.sentAt, zone, now)}</td></tr>`;

function assignForm({ at, readers, seed }: DecideView): Markup {
  return html`<details class="assign"><summary>Assign readers</summary><form method="post" action="${at}/assign" class="form">
<p>Each application that was sent gets readers until it has so many, spread evenly. Whoever said a conflict never gets it.</p>
<input type="hidden" name="seed" value="${seed}">
<fieldset><legend>Among</legend>${readers.map(
    ({ person, name }) =>
      html`<label class="agree"><input type="checkbox" name="reader-${person}" checked> ${seen(name)}</label>`,
  )}</fieldset>
<div class="fields"><div class="narrow"><label for="each">Readers each</label>
<input id="each" name="each" type="number" min="1" max="10" value="2"
required></div><button>Assign</button></div></form></details>`;
}
