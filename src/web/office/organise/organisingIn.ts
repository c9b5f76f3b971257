import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing } from '../../parts/markup.ts';
import type { FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';

/** The term, where whoever asks organises it. */
export async function organisingIn(c: Page, desk: FrontDesk): Promise<Term | undefined> {
  const term = await termOf(c, desk);
  return term && mayDo(c.get('visit').asker, { do: 'change-term', term: term.id }).may ? term : undefined;
}

const rooms = [
  ['', 'Dates and places'],
  ['/words', 'Words'],
  ['/people', 'Team'],
  ['/import', 'Import'],
  ['/mails', 'Mails'],
  ['/copy', 'Copy this term'],
  ['/new', 'New term'],
  ['/log', 'Log'],
] as const;

export interface OrganisePage {
  /** Of this page, below /organise. */
  readonly sub: (typeof rooms)[number][0];
  readonly title: string;
  readonly headline: string;
  readonly lede?: string | Markup;
  readonly body: Markup;
  readonly problems?: readonly string[];
  /** Said of them; where nothing is made yet, nothing can have been changed. */
  readonly unchanged?: string;
  /** What was done; in the address, so that a reload does not do it again. */
  readonly done?: string | undefined;
}

/** A page of the organiser's room, with the way to its others. */
export function showOrganise(
  c: Page,
  desk: FrontDesk,
  term: Term,
  { sub, problems = [], unchanged = 'Nothing was changed.', done, body, ...content }: OrganisePage,
): Response | Promise<Response> {
  const room = `${termAddress(term)}/organise`;
  return show(c, desk, {
    ...{ term, here: room, ...content },
    status: problems.length > 0 ? 422 : 200,
    body: html`<nav aria-label="Organise"><ul class="chips">${rooms.map(
      ([at, name]) =>
        html`<li><a href="${room}${at}"${at === sub ? html` aria-current="page"` : nothing}>${name}</a></li>`,
    )}</ul></nav>
${done === undefined ? nothing : html`<p class="note holds" role="status">✓ ${done}</p>`}
${
  problems.length === 0
    ? nothing
    : html`<div class="note fails" role="alert"><p>✗ ${unchanged}</p><ul>${problems.map(
        (one) => html`<li>${one}</li>`,
      )}</ul></div>`
}${body}`,
  });
}
