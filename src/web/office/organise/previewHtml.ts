import { html } from 'hono/html';
import { plural } from '../../../core/plural.ts';
import { MOST_ON_ROLL, type RollProblem } from '../../../core/programme/roll.ts';
import type { ImportedRole, ImportPlan } from '../../../office/people/importPeople.ts';
import type { ParsedRoll } from '../../../office/people/parseRoll.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';

export const importForm = (
  here: string,
): Markup => html`<form method="post" action="${here}" enctype="multipart/form-data" class="form">
<div class="field"><label for="file">The list, as CSV</label><input id="file" name="file" type="file" accept=".csv,text/csv"
required
aria-describedby="file-hint"><p class="hint" id="file-hint">Its first line names the columns: name (or first and last name),
e-mail,
and status if there is one. Commas, semicolons or tabs. At most ${MOST_ON_ROLL} lines.</p></div>
<fieldset><legend>They come as</legend>
<label class="agree"><input type="radio" name="role" value="applicant" checked> applicants, with an application to finish
here</label>
<label class="agree"><input type="radio" name="role" value="mentee"> mentees, with a place already</label></fieldset>
<p class="buttons"><button class="main">Read it</button></p></form>`;

export interface PreviewView {
  readonly plan: ImportPlan;
  readonly roll: ParsedRoll;
  readonly role: ImportedRole;
  readonly here: string;
}

/** At most so many are shown of each; all of them are made. */
const MOST_SHOWN = 200;

export const previewHtml = ({ plan, roll, role, here }: PreviewView): Markup => html`
${
  roll.isGuessed
    ? html`<p class="note">The file is not UTF-8. It was read as Windows writes western European letters: look
whether the names are right.</p>`
    : nothing
}
${
  roll.unread.length === 0
    ? nothing
    : html`<p class="soft">Not taken: the columns ${seen(roll.unread.slice(0, 20).join(', ').slice(0, 400))}.</p>`
}
${problems(plan.unclear)}
${
  plan.there.length === 0
    ? nothing
    : html`<p>${plural(plan.there.length, 'person takes', 'people take')} part already and
stay as they are.</p>`
}
${
  plan.make.length === 0
    ? html`<p><a href="${here}">Take another file</a></p>`
    : html`<h2>Would be made, as ${role}</h2><table class="plain"><thead><tr><th scope="col">Line</th><th scope="col">Name</th>
<th scope="col">Address</th></tr></thead><tbody>${plan.make.slice(0, MOST_SHOWN).map(
        ({ line, name, address }) => html`<tr><td data-name="Line">${line}</td><th scope="row">${seen(name)}</th><td
data-name="Address">${seen(address)}</td></tr>`,
      )}</tbody></table>${more(plan.make.length)}
<form method="post" action="${here}/confirm" class="form"><input type="hidden" name="role" value="${role}">
<textarea name="text" hidden aria-label="The list">${`\n${roll.text}`}</textarea>
<p class="soft">Each gets a mail that says that they are here, where their address comes from, and how to sign in.</p>
<p class="buttons"><button class="main">Make them, and write to them</button><a href="${here}">Take another file</a></p></form>`
}`;

const problems = (unclear: readonly RollProblem[]): Markup =>
  unclear.length === 0
    ? nothing
    : html`<h2>Not taken</h2><ul class="card plain">${unclear
        .slice(0, MOST_SHOWN)
        .map(
          ({ line, what }) =>
            html`<li class="row"><span class="words">${seen(what)}</span><span class="soft small">line ${line}</span></li>`,
        )}</ul>${more(unclear.length)}`;

const more = (count: number): Markup =>
  count > MOST_SHOWN ? html`<p class="soft">and ${count - MOST_SHOWN} more</p>` : nothing;
