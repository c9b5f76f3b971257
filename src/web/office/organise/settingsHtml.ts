import { html } from 'hono/html';
import { dateNames, settingLimits } from '../../../core/programme/termSettings.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { type DateKey, dateKeys, type ReadSettings, type TypedSettings } from './readSettings.ts';

export interface SettingsView {
  readonly term: Term;
  /** Of this page. */
  readonly here: string;
  readonly typed: TypedSettings;
  readonly twice: ReadSettings['twice'];
  readonly now: Date;
}

export const settingsHtml = (view: SettingsView): Markup => {
  const { term, here, typed } = view;
  return html`${term.isPublic ? nothing : publish(here)}
<form method="post" action="${here}" class="form">
<input type="hidden" name="revision" value="${typed.revision}">
<div class="field"><label for="name">Name of the term</label>
<input id="name" name="name" value="${typed.name}" maxlength="${settingLimits.name}" required autocomplete="off"></div>
<div class="field"><label for="zone">Zone</label>
<input id="zone" name="zone" value="${typed.zone}" required autocomplete="off" aria-describedby="zone-hint">
<p class="hint" id="zone-hint">As in the zone database: Europe/Berlin. The times below are on its clocks; everybody sees them on
their own too.</p></div>
${dateKeys.map((key) => dateField(key, view))}
<p class="soft small">What has passed stays. When another date changes, everybody who has something open here gets a mail.</p>
<div class="fields"><div class="narrow"><label for="places">Places</label>
<input id="places" name="places" type="number" min="1" max="${settingLimits.places}" value="${typed.places}" required></div>
<div><label for="cap">Applications that one person may have open in the programme</label>
<input id="cap" name="cap" type="number" min="1" max="${settingLimits.cap}" value="${typed.cap}" required></div></div>
<h2>Asked before one applies</h2>
${[...typed.questions, undefined].slice(0, settingLimits.questions).map(questionField)}
<p class="buttons"><button class="main">Save</button></p></form>`;
};

const publish = (here: string): Markup => html`<div class="note"><p>Only organisers and lead mentors see this term.</p>
<form method="post" action="${here}/publish"><button>Show it to everybody</button></form></div>`;

const dateField = (key: DateKey, { term, typed, twice, now }: SettingsView): Markup => {
  const hasPassed = term[key] <= now;
  const both = twice.get(key);
  const name = dateNames[key];
  return html`<div class="field"><label for="${key}">${name[0]?.toUpperCase()}${name.slice(1)}</label>
<input id="${key}" name="${key}" type="datetime-local" value="${typed.dates[key]}"${hasPassed ? html` readonly` : nothing}
required
aria-describedby="${key}-hint"><p class="hint" id="${key}-hint">${hasPassed ? 'has passed: ' : 'now: '}${instantHtml(
    term[key],
    term.zone,
    now,
  )}</p>
${
  both === undefined
    ? nothing
    : html`<fieldset class="answer"><legend>That time comes twice: which?</legend>${(['first', 'second'] as const).map(
        (which) =>
          html`<label><input type="radio" name="which-${key}" value="${which}"${
            typed.which[key] === which ? html` checked` : nothing
          }> the ${which}, ${both[which].toISOString().slice(11, 16)} UTC</label> `,
      )}</fieldset>`
}</div>`;
};

const questionField = (one: TypedSettings['questions'][number] | undefined, at: number): Markup => html`<fieldset
class="question card pad"><legend>${one === undefined ? 'Another question' : `Question ${at + 1}`}</legend>
<input type="hidden" name="id-${at}" value="${one?.id ?? ''}">
<div class="field"><label for="question-${at}">Question</label><input id="question-${at}" name="question-${at}"
value="${seen(one?.question ?? '')}" maxlength="${settingLimits.question}" autocomplete="off"></div>
<div class="field"><label for="purpose-${at}">What the answer is for</label><input id="purpose-${at}" name="purpose-${at}"
value="${seen(one?.purpose ?? '')}" maxlength="${settingLimits.purpose}" autocomplete="off"></div>
<fieldset class="answer"><legend>One can take part with</legend>${(['yes', 'no'] as const).map(
  (answer) =>
    html`<label><input type="radio" name="wanted-${at}" value="${answer}"${
      (one?.wanted ?? true) === (answer === 'yes') ? html` checked` : nothing
    }> ${answer}</label> `,
)}</fieldset></fieldset>`;
