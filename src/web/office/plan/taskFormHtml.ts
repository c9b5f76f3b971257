import { html } from 'hono/html';
import type { Member } from '../../../office/tasks/readPlan.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { releases, type TaskFields } from './taskFrom.ts';

export interface TaskFormView {
  readonly fields: TaskFields;
  readonly zone: string;
  readonly refused: string | undefined;
  readonly action: string;
}

export const refusal = (because: string | undefined): Markup =>
  because === undefined ? nothing : html`<p class="note fails" role="alert">✗ That was not done. ${seen(because)}</p>`;

/** A task of the term, new or changed. */
export const taskFormHtml = (view: TaskFormView): Markup => html`${refusal(view.refused)}
<form method="post" action="${view.action}" class="form">${common(view.fields)}
<fieldset class="answer"><legend>When one sees it</legend>${releases.map(
  (one) =>
    html`<label><input type="radio" name="release" value="${one}"${one === view.fields.release ? html` checked` : nothing}>
${releaseWords[one]}</label>`,
)}</fieldset>
${instantField('releaseAt', 'From when on, if it is seen at a date', view.fields.releaseAt, view.zone, false)}
${instantField('deadline', 'Deadline', view.fields.deadline, view.zone, true)}
${requiredBox(view.fields)}<p class="buttons"><button class="main">Save the task</button></p></form>`;

const releaseWords = {
  'in order': 'once the one before is handed in',
  'at once': 'at once',
  'at a date': 'at a date',
} as const;

export interface ExtraView extends TaskFormView {
  readonly members: readonly Member[];
  readonly like: string;
  readonly chosen: ReadonlySet<string>;
  readonly reason: string;
}

/** A task for some, with whom it is for and why. */
export const extraFormHtml = (view: ExtraView): Markup => html`${refusal(view.refused)}
${memberSearch(view.action, view.like)}
<form method="post" action="${view.action}" class="form">
<input type="hidden" name="q" value="${view.like}">
<fieldset class="answer"><legend>For whom</legend>${view.members.map(
  ({ id, name }) =>
    html`<label><input type="checkbox" name="persons" value="${id}"${view.chosen.has(id) ? html` checked` : nothing}>
${seen(name)}</label>`,
)}${view.members.length === 0 ? html`<p class="soft">Nobody of that name takes part.</p>` : nothing}</fieldset>
${reasonField(view.reason, 'Which gap it is to close. They read it.')}
${common(view.fields)}
${instantField('deadline', 'Deadline', view.fields.deadline, view.zone, true)}
${requiredBox(view.fields)}<p class="buttons"><button class="main">Give it to them</button></p></form>`;

export const memberSearch = (
  action: string,
  like: string,
): Markup => html`<form method="get" action="${action}" class="fields" role="search">
<div><label for="q">Name</label><input id="q" name="q" value="${like}" autocomplete="off"></div><button>Look for
them</button></form>`;

export const reasonField = (
  reason: string,
  hint: string,
): Markup => html`<div class="field"><label for="reason">Why</label>
<input id="reason" name="reason" maxlength="500" required value="${reason}" autocomplete="off" aria-describedby="reason-hint">
<p class="hint" id="reason-hint">${hint}</p></div>`;

const common = ({ title, slug, words }: TaskFields): Markup => html`
<div class="field"><label for="title">Title</label><input id="title" name="title" maxlength="120" required value="${title}"
autocomplete="off"></div>
<div class="field"><label for="slug">Last part of its address</label><input id="slug" name="slug" maxlength="60" required
pattern="[a-z0-9\\-]+" value="${slug}" autocomplete="off">
<p class="hint">Small letters, digits and hyphens.</p></div>
<div class="field"><label for="words">What to do</label><textarea id="words" name="words" rows="14" required>${words}</textarea>
<p class="hint">Markdown. Say what to hand in, and ask for what can be checked. <span class="soft">Read by whoever has reached
it.</span></p></div>`;

export const instantField = (
  name: string,
  label: string,
  value: string,
  zone: string,
  isRequired: boolean,
): Markup => html`<div class="field">
<label for="${name}">${label}</label><input id="${name}" name="${name}" type="datetime-local"
value="${value}"${isRequired ? html` required` : nothing}>
<p class="hint">On a clock in ${seen(zone)}.</p></div>`;

const requiredBox = ({ isRequired }: TaskFields): Markup =>
  html`<label class="agree"><input type="checkbox" name="required" value="yes"${isRequired ? html` checked` : nothing}> It has
to be done</label>`;
