import { html } from 'hono/html';
import { maySend, moved } from '../../../core/programme/applicationState.ts';
import type { ApplicationWords, WordsProblem } from '../../../core/programme/applicationWords.ts';
import { instantWords } from '../../../core/programme/instantWords.ts';
import { phaseOf } from '../../../core/programme/termDates.ts';
import type { Application } from '../../../office/apply/ownApplication.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { termAddress } from '../frame/termAddress.ts';
import { applicationFields, type Field } from './applicationFields.ts';

export interface FormView {
  readonly term: Term;
  readonly application: Application;
  /** What stands in the form. */
  readonly given: ApplicationWords;
  readonly zone: string;
  readonly now: Date;
  readonly isSaved?: boolean;
  readonly problems?: readonly WordsProblem[];
  /** Why it was not sent. */
  readonly refused?: string;
  /** Written here while another window saved something else: nothing of either is lost. */
  readonly overtakenBy?: ApplicationWords;
}

export const applicationSentence = ({ term, application, problems, zone, now }: FormView): string => {
  if (problems) return problems.length === 1 ? 'One thing is missing' : `${problems.length} things are missing`;
  switch (application.state) {
    case 'started':
      return `Finish it before ${instantWords(term.tasksUntil, zone, now).local}`;
    case 'sent':
      return 'Your application has arrived';
    case 'accepted':
      return 'You are accepted';
    case 'declined':
      return 'You were not accepted this time';
    case 'on the waiting list':
      return 'You are on the waiting list';
    case 'withdrawn':
      return 'You have withdrawn it';
    default:
      return application.state satisfies never;
  }
};

export const applicationHtml = (view: FormView): Markup =>
  view.application.state === 'started' ? form(view) : sent(view);

function form(view: FormView): Markup {
  const { term, application, given, isSaved, problems = [], refused, overtakenBy, zone, now } = view;
  return html`${isSaved === true ? html`<p class="note holds" role="status">✓ Saved. Nobody reads it yet.</p>` : nothing}
${refused === undefined ? nothing : html`<p class="note fails" role="alert">✗ It was not sent. ${seen(refused)}</p>`}
${overtakenBy === undefined ? nothing : overtaken(application)}
${problemList(problems)}
<form method="post" class="form">
<input type="hidden" name="revision" value="${application.revision}">
<fieldset><legend>Can you take part?</legend>
${term.eligibility.map(
  (one) => html`<fieldset class="answer"><legend>${seen(one.question)}</legend>
${answer(`answer-${one.id}`, 'yes', given.eligibility[one.id] === true)}
${answer(`answer-${one.id}`, 'no', given.eligibility[one.id] === false)}
<p class="hint">${seen(one.purpose)}</p></fieldset>`,
)}
</fieldset>
${applicationFields.map((field) => fieldHtml(field, given[field.name], problems))}
<p class="buttons"><button name="then" value="save" class="button">Save</button>
${maySend(phaseOf(term, now)) ? html`<button name="then" value="send" class="main">Send the application</button>` : nothing}</p>
<p class="soft">Once sent, it stays as it is. It can be sent until ${instantHtml(term.tasksUntil, zone, now)}.</p>
</form>${withdraw(view)}`;
}

const problemList = (problems: readonly WordsProblem[]): Markup =>
  problems.length === 0
    ? nothing
    : html`<ul class="note fails" role="alert">${problems.map(({ what }) => html`<li>${seen(what)}</li>`)}</ul>`;

const overtaken = (application: Application): Markup => html`<div class="note fails" role="alert">
<p>✗ Another window saved something since you opened this one. Below stands what you wrote here; what was saved there is:</p>
<blockquote class="said">${seen(application.words)}</blockquote><p>Save again to keep what stands below.</p></div>`;

const answer = (name: string, value: string, isChosen: boolean): Markup =>
  html`<label><input type="radio" name="${name}" value="${value}"${isChosen ? html` checked` : nothing}>
${value === 'yes' ? 'Yes' : 'No'}</label> `;

const fieldHtml = (field: Field, value: string, problems: readonly WordsProblem[]): Markup => {
  const { name, asks, purpose, readers, rows } = field;
  const isWrong = problems.some((one) => one.field === name);
  const invalid = isWrong ? html` aria-invalid="true"` : nothing;
  const attributes = html`id="${name}" name="${name}" aria-describedby="${name}-hint"${invalid}`;
  return html`<div class="field"><label for="${name}">${asks}</label>
${
  rows === 1
    ? html`<input ${attributes} value="${value}" autocomplete="off">`
    : html`<textarea ${attributes} rows="${rows}">${value}</textarea>`
}
<p class="hint" id="${name}-hint">${purpose} <span class="soft">Read by ${readers}.</span></p></div>`;
};

function sent(view: FormView): Markup {
  const { application, given, term, zone, now } = view;
  return html`${state(view)}
<h2>What you sent</h2><dl class="facts">
${application.sent_at ? html`<dt>sent</dt><dd>${instantHtml(application.sent_at, zone, now)}</dd>` : nothing}
${term.eligibility.map(
  ({ id, question }) => html`<dt>${seen(question)}</dt><dd>${given.eligibility[id] === true ? 'yes' : 'no'}</dd>`,
)}
${applicationFields.map(({ name, asks }) => html`<dt>${asks}</dt><dd class="said">${seen(given[name]) || 'nothing'}</dd>`)}
</dl>${withdraw(view)}`;
}

function state({ application, term, zone, now }: FormView): Markup {
  const at = termAddress(term);
  switch (application.state) {
    case 'sent':
      return html`<p>It is decided after ${instantHtml(term.tasksUntil, zone, now)}, by people. Until then the tasks are yours
to do, also after applications are closed: <a href="${at}/tasks">your tasks</a>.</p>`;
    case 'accepted':
      return html`<p>It starts ${instantHtml(term.startsAt, zone, now)}.</p>`;
    case 'on the waiting list':
      return html`<p>You hear from us when a place becomes free, at the latest ${instantHtml(term.startsAt, zone, now)}.</p>`;
    case 'declined':
      return html`<p>The mail that you got says why. The tasks that you did are yours, and can be shown elsewhere; the kernel’s
lists are open to everybody.</p>`;
    default:
      return nothing;
  }
}

const withdraw = ({ application, term }: FormView): Markup =>
  moved(application.state, 'withdraw') === undefined
    ? nothing
    : html`<details class="fold"><summary>Withdraw it</summary><form method="post"
action="${termAddress(term)}/application/withdraw">
<p>You need not say why. You cannot apply to this term again.</p><button>Withdraw the application</button></form></details>`;
