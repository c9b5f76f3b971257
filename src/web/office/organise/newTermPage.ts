import { Hono } from 'hono';
import { html } from 'hono/html';
import { programmeLimits } from '../../../office/term/changeProgramme.ts';
import { openingFaults, openTerm } from '../../../office/term/openTerm.ts';
import { readTerm, type Term } from '../../../office/term/readTerms.ts';
import { sampleEligibility } from '../../../office/term/sampleProgramme.ts';
import { formText } from '../../parts/formText.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';
import { type ReadSettings, readSettings, type TypedSettings, typedIn } from './readSettings.ts';
import { settingFields, textField } from './settingsHtml.ts';

const at = '/:programme/:term/organise/new';

interface Typed {
  readonly settings: TypedSettings;
  readonly slug: string;
  readonly isNewProgramme: boolean;
  readonly programmeName: string;
  readonly programmeSlug: string;
  readonly withSamples: boolean;
}

type Faults = Pick<ReadSettings, 'faults' | 'twice'>;

/** A term from nothing, in this programme or in a new one. */
export const newTermPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      return term ? showForm(c, desk, term, untyped(term)) : nothingHere(c, desk);
    })
    .post(at, (c) => make(c, desk));

async function make(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const typed = typedTerm(await sentForm(c));
  const { settings, faults, twice } = readSettings(typed.settings, undefined);
  const names = {
    newProgramme: typed.isNewProgramme ? { name: typed.programmeName, slug: typed.programmeSlug } : undefined,
    slug: typed.slug,
  };
  if (!settings) return showForm(c, desk, term, typed, { faults: [...openingFaults(names), ...faults], twice });
  const order = { ...names, term: term.id, settings, withSamples: typed.withSamples };
  const made = await openTerm(desk.office, c.get('visit').asker, order);
  if (made.kind === 'refused') return refusedPage(c, desk, made);
  if (made.kind === 'wrong') return showForm(c, desk, term, typed, { faults: made.faults, twice });
  const next = await readTerm(desk.office, made.id);
  return c.redirect(next ? `${termAddress(next)}/organise?made=1` : '/', 303);
}

const untyped = (term: Term): Typed => ({
  settings: {
    ...{ name: '', zone: term.zone, cap: String(term.cap), places: String(term.places), revision: '', which: {} },
    dates: { opensAt: '', closesAt: '', tasksUntil: '', startsAt: '', endsAt: '' },
    questions: sampleEligibility,
  },
  ...{ slug: '', isNewProgramme: false, programmeName: '', programmeSlug: '', withSamples: true },
});

const typedTerm = (form: Readonly<Record<string, unknown>>): Typed => ({
  settings: typedIn(form),
  slug: formText(form, 'slug').trim(),
  isNewProgramme: form['programme'] === 'new',
  programmeName: formText(form, 'programme-name').trim(),
  programmeSlug: formText(form, 'programme-slug').trim(),
  withSamples: form['samples'] === 'yes',
});

const showForm = (
  c: Page,
  desk: FrontDesk,
  term: Term,
  typed: Typed,
  { faults, twice }: Faults = { faults: [], twice: new Map() },
): Response | Promise<Response> =>
  showOrganise(c, desk, term, {
    ...{ sub: '/new', title: 'New term', headline: 'A term from nothing' },
    lede: 'Only you see it until you show it to everybody, and all of it can be changed until then.',
    ...{ problems: faults.map(({ says }) => says), unchanged: 'It is not made yet. What you typed is still here.' },
    body: html`<p>One that is like this term is quicker made <a href="${termAddress(term)}/organise/copy">as its next
term</a>: with its own tasks and questions, all dates later.</p>
<form method="post" action="${termAddress(term)}/organise/new" class="form">
${programmeFields(term, typed, faults)}
<h2>The term</h2>
${settingFields({ term: undefined, typed: typed.settings, faults, twice, now: desk.office.now() })}
${textField({
  ...{ id: 'slug', label: 'Last part of its address', value: typed.slug, most: 60, faults },
  hint: 'Small letters, digits and hyphens: autumn-2027.',
})}
<h2>Tasks</h2>
<label class="agree"><input type="checkbox" name="samples" value="yes"${typed.withSamples ? html` checked` : nothing}> Begin
with the ten sample tasks and the chapters of the course</label>
<p class="soft small">Their deadlines are spread over the time for tasks. Each can be changed, moved or removed.</p>
<p class="buttons"><button class="main">Make the term</button></p></form>`,
  });

const programmeFields = (term: Term, typed: Typed, faults: Faults['faults']): Markup => html`<fieldset
class="answer"><legend>Programme</legend>
<label><input type="radio" name="programme" value="this"${typed.isNewProgramme ? nothing : html` checked`}> This one:
${seen(term.programme.name)}</label>
<label><input type="radio" name="programme" value="new"${typed.isNewProgramme ? html` checked` : nothing}> A new one, with
words and a team of its own</label></fieldset>
<details class="fold"${typed.isNewProgramme ? html` open` : nothing}><summary>Of a new programme</summary>
${textField({
  ...{ id: 'programme-name', label: 'Name of the programme', value: typed.programmeName, faults, isOptional: true },
  ...{ most: programmeLimits.name, hint: 'What it says of itself begins with a sample: change it under Words.' },
})}
${textField({
  ...{ id: 'programme-slug', label: 'First part of its address', value: typed.programmeSlug, faults, isOptional: true },
  ...{ most: 60, hint: 'Small letters, digits and hyphens: kernel.' },
})}</details>`;
