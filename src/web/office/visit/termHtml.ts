import { html } from 'hono/html';
import { phaseOf } from '../../../core/programme/termDates.ts';
import type { Application } from '../../../office/apply/ownApplication.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { markdownHtml } from '../../parts/markdownHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { termAddress } from '../frame/termAddress.ts';

export interface TermView {
  readonly term: Term;
  /** The visitor's own. */
  readonly application: Application | undefined;
  readonly zone: string;
  readonly now: Date;
  readonly isSignedIn: boolean;
}

export const termSentence = (term: Term, now: Date): string => {
  const name = seen(`${term.programme.name}, ${term.name}`);
  const phase = phaseOf(term, now);
  return phase === 'open' ? `${name} takes applications` : name;
};

export const termHtml = (view: TermView): Markup => html`
${wayIn(view)}
${markdownHtml(view.term.programme.words)}
<h2>Dates</h2>
${dates(view)}
<h2>Who can take part</h2>
<ul>${view.term.eligibility.map(({ question, wanted }) => html`<li>${seen(question)} ${wanted ? 'Yes' : 'No'}.</li>`)}</ul>
<p class="soft">One answers these oneself, before anything else is written. A person may have
${view.term.cap === 1 ? 'one application' : `${view.term.cap} applications`} open in this programme. There are
${view.term.places} places.</p>
<h2>Tools that write</h2>
${markdownHtml(view.term.programme.disclosurePolicy)}`;

const dates = ({ term, zone, now }: TermView): Markup => html`<dl class="facts dates">
${(
  [
    ['applications open', term.opensAt],
    ['applications close', term.closesAt],
    ['tasks end, for all who have started', term.tasksUntil],
    ['it starts', term.startsAt],
    ['it ends', term.endsAt],
  ] as const
).map(([name, at]) => html`<dt>${name}</dt><dd>${instantHtml(at, zone, now)}</dd>`)}
</dl>`;

function wayIn({ term, application, now, isSignedIn }: TermView): Markup {
  const at = `${termAddress(term)}/application`;
  if (application?.state === 'started')
    return html`<p><a class="button" href="${at}">Go on with your application</a></p>`;
  if (application) return html`<p><a href="${at}">Your application</a>: ${application.state}.</p>`;
  if (phaseOf(term, now) !== 'open') return nothing;
  if (!isSignedIn) {
    return html`<p><a class="button" href="/sign-in?to=${encodeURIComponent(at)}">Apply</a>
<span class="soft">You get a link by mail; there is no password.</span></p>`;
  }
  return html`<form method="post" action="${at}/start"><button>Apply</button></form>`;
}
