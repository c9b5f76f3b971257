import { html } from 'hono/html';
import { type Outcome, outcomes } from '../../../core/programme/submissionState.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { SubmissionView } from './submissionHtml.ts';

/** What a mentor has typed so far: it comes back with the form, so that nothing is lost. */
export interface Typed {
  readonly outcome: string;
  readonly answer: string;
  readonly reason: string;
}

const says: Readonly<Record<Outcome, string>> = {
  accepted: 'Accepted',
  'changes requested': 'Changes requested: right but for something small',
  'not yet': 'Not yet: there is more to learn first',
};

export const verdictForm = ({
  read,
  at,
  typed,
  remarks,
}: SubmissionView): Markup => html`<h2 id="answer">Your answer</h2>
<form method="post" action="${at}/submissions/${read.submission.id}#answer" class="form">
${outcomeChoice(typed, outcomes)}
${
  remarks.length === 0
    ? nothing
    : html`<div class="fields"><div><label for="remark">Words said before</label><select id="remark" name="remark">
${remarks.map(({ id, title }) => html`<option value="${id}">${seen(title)}</option>`)}</select></div>
<button name="deed" value="insert">Put them in</button></div>`
}
<div class="field"><label for="words">What you say to them</label>
<textarea id="words" name="answer" rows="8" aria-describedby="words-hint">${typed.answer}</textarea>
<p class="hint" id="words-hint">What is right, what is missing, and what to do next. It is mailed to them, with no name of
yours.</p></div>
<p class="buttons"><button name="deed" value="next" class="main">Answer, and take the next</button>
<button name="deed" value="answer">Answer</button>
<button name="deed" value="give-back">Give it back</button></p>
<details class="fold"><summary>Keep these words for another time</summary><div class="fields"><div>
<label for="title">What they are about</label><input id="title" name="title" maxlength="100" autocomplete="off"></div>
<button name="deed" value="keep">Keep them</button></div></details>
</form>
<p class="soft">Is something missing that a task of its own would teach?
<a href="${at}/plan/extra?q=${encodeURIComponent(read.name.toWellFormed())}">Give them another task</a>.</p>`;

export const overrideForm = ({
  read,
  at,
  typed,
}: SubmissionView): Markup => html`<details class="fold"${typed.reason === '' ? nothing : html` open`}>
<summary>Decide otherwise</summary><form method="post" action="${at}/submissions/${read.submission.id}/override" class="form">
${outcomeChoice(
  typed,
  outcomes.filter((one) => one !== read.submission.state),
)}
<div class="field"><label for="reason">Why</label><input id="reason" name="reason" maxlength="500" required
value="${typed.reason}">
<p class="hint">Read by the person and the mentors. What was said first is kept.</p></div>
<div class="field"><label for="words">What you say to them</label><textarea id="words" name="answer"
rows="5">${typed.answer}</textarea></div>
<p class="buttons"><button>Decide otherwise</button></p></form></details>`;

const outcomeChoice = (
  { outcome }: Typed,
  choices: readonly Outcome[],
): Markup => html`<fieldset class="answer"><legend>It is</legend>
${choices.map(
  (one) =>
    html`<label><input type="radio" name="outcome" value="${one}" required${one === outcome ? html` checked` : nothing}>
${says[one]}</label>`,
)}</fieldset>`;
