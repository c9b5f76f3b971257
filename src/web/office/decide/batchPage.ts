import { Hono } from 'hono';
import { html } from 'hono/html';
import { type BatchDecision, batchDecisions, MOST_IN_BATCH } from '../../../core/programme/batch.ts';
import { ratingWords } from '../../../core/programme/ratingWords.ts';
import { confirmBatch } from '../../../office/decide/confirmBatch.ts';
import { dropBatch } from '../../../office/decide/dropBatch.ts';
import { namesOf } from '../../../office/decide/listApplications.ts';
import { proposeBatch, type SentenceProblem } from '../../../office/decide/proposeBatch.ts';
import { readBatch } from '../../../office/decide/readBatch.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { batchHeadline, batchHtml } from './batchHtml.ts';
import { decidingIn } from './decidePage.ts';
import { sentencesHeadline, sentencesHtml } from './sentencesHtml.ts';

const at = '/:programme/:term/decide';

/** One decision for many: a sentence for each, every mail shown, then confirmed or dropped. */
export const batchPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .post(`${at}/sentences`, (c) => sentences(c, desk))
    .post(`${at}/propose`, (c) => propose(c, desk))
    .get(`${at}/batch/:batch`, (c) => showBatch(c, desk))
    .post(`${at}/batch/:batch/confirm`, (c) => settle(c, desk, confirmBatch))
    .post(`${at}/batch/:batch/drop`, (c) => settle(c, desk, dropBatch));

type Form = Readonly<Record<string, unknown>>;

interface Chosen {
  readonly decision: BatchDecision;
  readonly items: readonly { readonly application: string; readonly sentence: string }[];
  readonly start: string;
}

function chosenIn(form: Form): Chosen | undefined {
  const decision = batchDecisions.find((one) => one === form['decision']);
  const items = Object.keys(form).flatMap((name) => {
    if (!name.startsWith('pick-')) return [];
    const application = name.slice(5);
    return [{ application, sentence: formText(form, `sentence-${application}`) }];
  });
  return decision && { decision, items, start: formText(form, 'start') };
}

async function sentences(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await decidingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const chosen = chosenIn(await sentForm(c));
  if (!chosen || chosen.items.length === 0) return refusedPage(c, desk, 'Nobody was chosen: tick a box first.');
  if (chosen.items.length > MOST_IN_BATCH) return refusedPage(c, desk, `At most ${MOST_IN_BATCH} are decided at once.`);
  return write(c, desk, term, chosen, {});
}

async function propose(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await decidingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const chosen = chosenIn(form);
  if (!chosen) return refusedPage(c, desk, 'What was sent is not this form.');
  if (form['then'] === 'fill') {
    const items = chosen.items.map((one) => (one.sentence.trim() === '' ? { ...one, sentence: chosen.start } : one));
    return write(c, desk, term, { ...chosen, items }, {});
  }
  const { decision, items } = chosen;
  const proposed = await proposeBatch(desk.office, c.get('visit').asker, { term: term.id, decision, items });
  if (proposed.kind === 'incomplete') return write(c, desk, term, chosen, { problems: proposed.problems });
  if (proposed.kind === 'refused') return write(c, desk, term, chosen, { refused: proposed.because });
  return c.redirect(`${termAddress(term)}/decide/batch/${proposed.id}`, 303);
}

async function write(
  c: Page,
  desk: FrontDesk,
  term: Term,
  { decision, items, start }: Chosen,
  { problems = [], refused }: { readonly problems?: readonly SentenceProblem[]; readonly refused?: string },
): Promise<Response> {
  const here = `${termAddress(term)}/decide`;
  const known = await namesOf(desk.office, c.get('visit').asker, {
    term: term.id,
    ids: items.map((one) => one.application),
  });
  const people = items.flatMap(({ application, sentence }) => {
    const one = known.get(application);
    const problem = problems.find((other) => other.application === application)?.what;
    return one ? [{ application, sentence, problem, name: one.name, says: ratingWords(one.ratings) }] : [];
  });
  const isWrong = problems.length > 0 || refused !== undefined;
  return show(c, desk, {
    ...{ term, here, title: 'A sentence for each', headline: sentencesHeadline(decision, people.length) },
    trail: html`<a href="${here}">Decide</a>`,
    lede: 'It stands in the mail to this person, after the words that all get. Next you see every mail.',
    body: sentencesHtml({ at: here, decision, people, start, refused }),
    status: isWrong ? 422 : 200,
  });
}

async function showBatch(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await decidingIn(c, desk);
  const { asker, person } = c.get('visit');
  const id = c.req.param('batch') ?? '';
  const batch = term && (await readBatch(desk.office, asker, { term: term.id, batch: id }));
  if (!term || !batch) return nothingHere(c, desk);
  const room = `${termAddress(term)}/decide`;
  const view = { batch, me: asker.id ?? '', here: `${room}/batch/${id}`, now: desk.office.now() };
  const isOpen = batch.confirmed_at === null && batch.dropped_at === null;
  return show(c, desk, {
    ...{ term, here: room, title: 'A decision', headline: batchHeadline(batch) },
    trail: html`<a href="${room}">Decide</a>`,
    lede: isOpen ? 'Each mail goes out exactly as it stands here. Nothing has been decided or sent yet.' : '',
    body: batchHtml({ ...view, zone: person?.zone ?? term.zone }),
  });
}

async function settle(c: Page, desk: FrontDesk, verb: typeof confirmBatch | typeof dropBatch): Promise<Response> {
  const term = await decidingIn(c, desk);
  if (!term) return nothingHere(c, desk);
  const id = c.req.param('batch') ?? '';
  const done = await verb(desk.office, c.get('visit').asker, { batch: id });
  if (done.kind === 'refused') return refusedPage(c, desk, done);
  return c.redirect(`${termAddress(term)}/decide/batch/${id}`, 303);
}
