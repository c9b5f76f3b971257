import { Hono } from 'hono';
import { type ImportedRole, type ImportPlan, importPeople, planImport } from '../../../office/people/importPeople.ts';
import { type ParsedRoll, parseRoll } from '../../../office/people/parseRoll.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';
import { importForm, previewHtml } from './previewHtml.ts';

const at = '/:programme/:term/organise/import';

/** People of a term from another portal's list: read and shown first, made by a second press. */
export const importPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      if (!term) return nothingHere(c, desk);
      const made = Number(c.req.query('made') ?? Number.NaN);
      return showOrganise(c, desk, term, {
        ...{ sub: '/import', title: 'Import', headline: 'Bring people from another portal' },
        lede: 'First you see who would be made, and which lines are unclear. Nothing is made before you say so.',
        done: Number.isSafeInteger(made) ? importedWords(made, Number(c.req.query('there'))) : undefined,
        body: importForm(`${termAddress(term)}/organise/import`),
      });
    })
    .post(at, (c) => look(c, desk))
    .post(`${at}/confirm`, (c) => make(c, desk));

const importedWords = (made: number, there: number): string =>
  `${made} made and written to${there > 0 ? `; ${there} were there already` : ''}.`;

const roleIn = (form: Readonly<Record<string, unknown>>): ImportedRole =>
  form['role'] === 'mentee' ? 'mentee' : 'applicant';

async function look(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const file = form['file'];
  const bytes =
    file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(String(file ?? ''));
  const [roll, role] = [parseRoll(bytes), roleIn(form)];
  const planned = await planImport(desk.office, c.get('visit').asker, { term: term.id, role, roll });
  if (planned.kind === 'refused') return refusedPage(c, desk, planned);
  return showOrganise(c, desk, term, {
    ...{ sub: '/import', title: 'Import', headline: previewSentence(planned, roll) },
    lede: 'Nothing has been made yet.',
    body: previewHtml({ plan: planned, roll, role, here: `${termAddress(term)}/organise/import` }),
  });
}

const previewSentence = ({ make, unclear }: ImportPlan, roll: ParsedRoll): string => {
  if (make.length === 0) return roll.people.length === 0 ? 'Nobody can be read from it' : 'Nobody new is in it';
  const people = make.length === 1 ? 'One person would be made' : `${make.length} people would be made`;
  return unclear.length === 0
    ? people
    : `${people}; ${unclear.length === 1 ? 'one line is' : `${unclear.length} lines are`} not taken`;
};

async function make(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  // What was read for the preview is read once more: what stands on a page is nobody's word for what it says.
  const roll = parseRoll(new TextEncoder().encode(String(form['text'] ?? '')));
  const done = await importPeople(desk.office, c.get('visit').asker, { term: term.id, role: roleIn(form), roll });
  if (done.kind === 'refused') return refusedPage(c, desk, done);
  return c.redirect(`${termAddress(term)}/organise/import?made=${done.made}&there=${done.there}`, 303);
}
