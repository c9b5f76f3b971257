import { Hono } from 'hono';
import { type ApplicationState, applicationStates, ratings } from '../../../core/programme/applicationState.ts';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { listApplications, ON_PAGE } from '../../../office/decide/listApplications.ts';
import { openBatches } from '../../../office/decide/readBatch.ts';
import { readPlaces } from '../../../office/decide/readPlaces.ts';
import { readTeam } from '../../../office/people/readTeam.ts';
import { assignReviewers, reviewingRoles } from '../../../office/review/assignReviewers.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { decideHtml, decideSentence, placesLine } from './decideHtml.ts';

const at = '/:programme/:term/decide';

/** The lead mentor's table: applications in the order in which they were sent, and what is proposed. */
export const decidePage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().get(at, (c) => showTable(c, desk)).post(`${at}/assign`, (c) => spread(c, desk));

/** The term, where whoever asks decides in it. */
export async function decidingIn(c: Page, desk: FrontDesk): Promise<Term | undefined> {
  const term = await termOf(c, desk);
  return term && mayDo(c.get('visit').asker, { do: 'decide-applications', term: term.id }).may ? term : undefined;
}

async function showTable(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await decidingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const { asker, person } = c.get('visit');
  const here = `${termAddress(term)}/decide`;
  const sought = soughtIn(c);
  const [listed, places, open, team] = await Promise.all([
    listApplications(desk.office, asker, { term: term.id, ...sought }),
    readPlaces(desk.office, term.id),
    openBatches(desk.office, asker, term.id),
    readTeam(desk.office, asker, term.id),
  ]);
  if (!listed) return nothingHere(c, desk);
  const view = {
    ...{ at: here, places, open, ...listed, state: sought.state, rated: sought.rated ?? '', page: sought.page },
    readers: (team ?? []).filter(({ roles }) => roles.some((role) => reviewingRoles.includes(role))),
    ...{ seed: desk.office.newId().slice(0, 8), zone: person?.zone ?? term.zone, now: desk.office.now() },
    assigned: assignedWords(c),
  };
  return show(c, desk, {
    ...{ term, here, title: 'Decide', headline: decideSentence(view), lede: placesLine(places) },
    body: decideHtml(view),
  });
}

function soughtIn(c: Page) {
  const state: ApplicationState = applicationStates.find((one) => one === c.req.query('state')) ?? 'sent';
  const rated = ([...ratings, 'not rated'] as const).find((one) => one === c.req.query('rated'));
  const page = Number(c.req.query('page') ?? 1);
  return { state, rated, page: Number.isSafeInteger(page) && page > 0 && page * ON_PAGE < 1e6 ? page : 1 };
}

const assignedWords = (c: Page): string | undefined => {
  const [assigned, short] = [Number(c.req.query('assigned') ?? Number.NaN), Number(c.req.query('short'))];
  if (!Number.isSafeInteger(assigned)) return undefined;
  const done = assigned === 0 ? 'Nothing was left to assign.' : `Assigned ${assigned} times.`;
  return short > 0 ? `${done} For ${short} there are too few readers.` : done;
};

async function spread(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await decidingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const reviewers = Object.keys(form).flatMap((name) => (name.startsWith('reader-') ? [name.slice(7)] : []));
  const done = await assignReviewers(desk.office, c.get('visit').asker, {
    ...{ term: term.id, reviewers, each: Number(formText(form, 'each')), seed: formText(form, 'seed').slice(0, 40) },
  });
  if (done.kind === 'refused') return refusedPage(c, desk, done);
  return c.redirect(`${termAddress(term)}/decide?assigned=${done.assigned}&short=${done.short}`, 303);
}
