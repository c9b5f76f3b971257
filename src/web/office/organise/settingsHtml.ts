import { html } from 'hono/html';
import { dateNames, settingLimits } from '../../../core/programme/termSettings.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { termAddress } from '../frame/termAddress.ts';
import { type DateKey, dateKeys, type ReadSettings, type TypedSettings } from './readSettings.ts';

export interface FieldsView {
  /** What the fields change; none while it is being made. */
  readonly term: Term | undefined;
  readonly typed: TypedSettings;
  readonly faults: ReadSettings['faults'];
  readonly twice: ReadSettings['twice'];
  readonly now: Date;
}

export interface SettingsView extends FieldsView {
  readonly term: Term;
  /** Of this page. */
  readonly here: string;
}

export const settingsHtml = (view: SettingsView): Markup => {
  const { term, here, typed } = view;
  return html`${term.isPublic ? nothing : publish(here, termAddress(term))}
<form method="post" action="${here}" class="form">
<input type="hidden" name="revision" value="${typed.revision}">
${settingFields(view)}
<p class="buttons"><button class="main">Save</button></p></form>`;
};

/** What an organiser sets of a term, each field with what is wrong with it. */
export const settingFields = (view: FieldsView): Markup => {
  const { term, typed, faults } = view;
  return html`${textField({ id: 'name', label: 'Name of the term', value: typed.name, most: settingLimits.name, faults })}
${textField({
  ...{ id: 'zone', label: 'Zone', value: typed.zone, most: 60, faults },
  hint: 'As in the zone database: Europe/Berlin. The times below are on its clocks; everybody sees them on their own too.',
})}
${dateKeys.map((key) => dateField(key, view))}
${
  term
    ? html`<p class="soft small">What has passed stays. When another date changes, everybody who has something open here
gets a mail.</p>`
    : nothing
}
<div class="fields"><div class="narrow"><label for="places">Places</label>
<input id="places" name="places" type="number" min="1" max="${settingLimits.places}" value="${typed.places}"
required${faultOf('places', faults).marks}>${faultOf('places', faults).says}</div>
<div><label for="cap">Applications that one person may have open in the programme</label>
<input id="cap" name="cap" type="number" min="1" max="${settingLimits.cap}" value="${typed.cap}"
required${faultOf('cap', faults).marks}>${faultOf('cap', faults).says}</div></div>
<h2>Asked before one applies</h2>
<p class="soft small">Each is answered with yes or no. Whoever answers otherwise than one can take part with is told so at
once, before anything else is written. An empty question is left out.</p>
${[...typed.questions, undefined].slice(0, settingLimits.questions).map((one, at) => questionField(one, at, faults))}`;
};

export interface TextField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly faults: ReadSettings['faults'];
  readonly hint?: string;
  readonly isOptional?: boolean;
}

export const textField = ({ id, label, value, most, faults, hint, isOptional = false }: TextField): Markup => {
  const { marks, says } = faultOf(id, faults, hint !== undefined);
  return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${id}" value="${value}"
maxlength="${most}"${isOptional ? nothing : html` required`} autocomplete="off"${marks}>${
    hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`
  }${says}</div>`;
};

/** What is said of a field where it is wrong, and how the field points at it. */
const faultOf = (
  id: string,
  faults: ReadSettings['faults'],
  hasHint = false,
): { readonly marks: Markup; readonly says: Markup } => {
  const fault = faults.find(({ at }) => at === id);
  const by = [...(hasHint ? [`${id}-hint`] : []), ...(fault ? [`${id}-problem`] : [])].join(' ');
  return {
    marks: html`${fault ? html` aria-invalid="true"` : nothing}${by === '' ? nothing : html` aria-describedby="${by}"`}`,
    says: fault ? html`<p class="problem" id="${id}-problem">✗ ${seen(fault.says)}</p>` : nothing,
  };
};

const publish = (
  here: string,
  at: string,
): Markup => html`<div class="note"><p>Only organisers and lead mentors see this
term. Look at <a href="${at}/plan">its tasks</a> and <a href="${here}/people">its team</a> first; what is below can still be
changed later.</p>
<form method="post" action="${here}/publish"><button>Show it to everybody</button></form></div>`;

const dateField = (key: DateKey, { term, typed, faults, twice, now }: FieldsView): Markup => {
  const hasPassed = term !== undefined && term[key] <= now;
  const both = twice.get(key);
  const name = dateNames[key];
  const { marks, says } = faultOf(key, faults, term !== undefined);
  return html`<div class="field"><label for="${key}">${name[0]?.toUpperCase()}${name.slice(1)}</label>
<input id="${key}" name="${key}" type="datetime-local" value="${typed.dates[key]}"${hasPassed ? html` readonly` : nothing}
required${marks}>${
    term === undefined
      ? nothing
      : html`<p class="hint" id="${key}-hint">${hasPassed ? 'has passed: ' : 'now: '}${instantHtml(
          term[key],
          term.zone,
          now,
        )}</p>`
  }${says}
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

const questionField = (
  one: TypedSettings['questions'][number] | undefined,
  at: number,
  faults: ReadSettings['faults'],
): Markup => html`<fieldset
class="question card pad"><legend>${one === undefined ? 'Another question' : `Question ${at + 1}`}</legend>
<input type="hidden" name="id-${at}" value="${one?.id ?? ''}">
${textField({
  ...{ id: `question-${at}`, label: 'Question', value: seen(one?.question ?? ''), most: settingLimits.question },
  ...{ faults, isOptional: true },
})}
${textField({
  ...{
    id: `purpose-${at}`,
    label: 'What the answer is for',
    value: seen(one?.purpose ?? ''),
    most: settingLimits.purpose,
  },
  ...{ faults, isOptional: true },
})}
<fieldset class="answer"><legend>One can take part with</legend>${(['yes', 'no'] as const).map(
  (answer) =>
    html`<label><input type="radio" name="wanted-${at}" value="${answer}"${
      (one?.wanted ?? true) === (answer === 'yes') ? html` checked` : nothing
    }> ${answer}</label> `,
)}</fieldset></fieldset>`;
