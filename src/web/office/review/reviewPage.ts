import { Hono } from 'hono';
import { html } from 'hono/html';
import { ratings } from '../../../core/programme/applicationState.ts';
import { listReview, nextUnread } from '../../../office/review/listReview.ts';
import { rateApplication } from '../../../office/review/rateApplication.ts';
import { readReview } from '../../../office/review/readReview.ts';
import { sayConflict } from '../../../office/review/sayConflict.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { pileHtml, pileSentence } from './pileHtml.ts';
import { type ReadingView, reviewHtml } from './reviewHtml.ts';

const at = '/:programme/:term/review';

/** A reviewer's pile, and one application of it after the other. */
export const reviewPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, (c) => showPile(c, desk))
    .get(`${at}/:application`, (c) => showOne(c, desk, {}))
    .post(`${at}/:application`, (c) => rate(c, desk))
    .post(`${at}/:application/conflict`, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const said = await sayConflict(desk.office, c.get('visit').asker, { application: c.req.param('application') });
      if (said.kind === 'refused') return nothingHere(c, desk);
      return c.redirect(`${termAddress(term)}/review`, 303);
    });

async function showPile(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await termOf(c, desk);
  const { asker, person } = c.get('visit');
  const pile = term && (await listReview(desk.office, asker, { term: term.id }));
  if (!term || !pile) return nothingHere(c, desk);
  const here = `${termAddress(term)}/review`;
  const view = { pile, at: here, zone: person?.zone ?? term.zone, now: desk.office.now() };
  return show(c, desk, {
    ...{ term, here, title: 'Review', headline: pileSentence(pile) },
    lede:
      pile.length === 0
        ? 'Applications appear here once a lead mentor has assigned them to you.'
        : 'In the order in which they were sent. You see what others said once you have said your own.',
    body: pileHtml({ ...view, isRated: c.req.query('rated') === '1' }),
  });
}

async function rate(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await termOf(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const typed = { value: formText(form, 'value'), note: formText(form, 'note'), flagged: form['flagged'] === 'on' };
  const value = ratings.find((one) => one === typed.value);
  if (!value) return showOne(c, desk, { problem: 'Choose one of the five words first.', typed });
  const application = c.req.param('application') ?? '';
  const { asker } = c.get('visit');
  const rated = await rateApplication(desk.office, asker, { ...typed, application, value });
  if (rated.kind === 'refused') return showOne(c, desk, { problem: rated.because, typed });
  const here = `${termAddress(term)}/review`;
  const next = await nextAfter(desk, c, term, application);
  return c.redirect(next === undefined ? `${here}?rated=1` : `${here}/${next}`, 303);
}

const nextAfter = async (desk: FrontDesk, c: Page, term: Term, application: string) =>
  nextUnread((await listReview(desk.office, c.get('visit').asker, { term: term.id })) ?? [], application);

async function showOne(c: Page, desk: FrontDesk, said: Pick<ReadingView, 'problem' | 'typed'>): Promise<Response> {
  const term = await termOf(c, desk);
  const { asker, person } = c.get('visit');
  const application = c.req.param('application') ?? '';
  const review = term && (await readReview(desk.office, asker, { term: term.id, application }));
  if (!term || !review) return said.problem ? refusedPage(c, desk, said.problem) : nothingHere(c, desk);
  const room = `${termAddress(term)}/review`;
  const next = await nextAfter(desk, c, term, application);
  const { state, sentAt, name } = review;
  return show(c, desk, {
    ...{ term, here: room, title: name, headline: html`${seen(name)} wants to take part` },
    trail: html`<a href="${room}">Review</a>`,
    lede: html`Sent ${sentAt ? instantHtml(sentAt, person?.zone ?? term.zone, desk.office.now()) : 'not yet'}${
      state === 'sent' ? '' : `; it is ${state}`
    }.`,
    body: reviewHtml({
      ...{ review, term, here: `${room}/${application}`, ...said },
      next: next === undefined ? undefined : `${room}/${next}`,
    }),
    status: said.problem === undefined ? 200 : 422,
  });
}
