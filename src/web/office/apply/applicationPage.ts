import { Hono } from 'hono';
import type { ApplicationWords } from '../../../core/programme/applicationWords.ts';
import { ownApplication } from '../../../office/apply/ownApplication.ts';
import { saveApplication } from '../../../office/apply/saveApplication.ts';
import { givenOf, sendApplication } from '../../../office/apply/sendApplication.ts';
import { startApplication } from '../../../office/apply/startApplication.ts';
import { withdrawApplication } from '../../../office/apply/withdrawApplication.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { applicationHtml, applicationSentence, type FormView } from './applicationHtml.ts';

/** An applicant's own application: started, saved as often as one likes, sent once, withdrawn at any time. */
export const applicationPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/application';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      return term ? showForm(c, desk, term, {}) : nothingHere(c, desk);
    })
    .post(`${at}/start`, (c) =>
      with_(c, desk, (term) => startApplication(desk.office, c.get('visit').asker, { term: term.id })),
    )
    .post(`${at}/withdraw`, (c) =>
      with_(c, desk, (term) => withdrawApplication(desk.office, c.get('visit').asker, { term: term.id })),
    )
    .post(at, (c) => save(c, desk));
};

/** Does one deed in a term, and shows the application again. */
async function with_(
  c: Page,
  desk: FrontDesk,
  deed: (term: Term) => Promise<{ readonly kind: string; readonly because?: string }>,
): Promise<Response> {
  const term = await termOf(c, desk);
  if (!term) return nothingHere(c, desk);
  const done = await deed(term);
  if (done.kind === 'refused') return refusedPage(c, desk, done.because ?? '');
  return c.redirect(`${termAddress(term)}/application`, 303);
}

async function save(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await termOf(c, desk);
  if (!term) return nothingHere(c, desk);
  const form = await sentForm(c);
  const given = givenIn(form, term);
  const { asker } = c.get('visit');
  const revision = Number(form['revision']);
  if (!Number.isSafeInteger(revision)) return refusedPage(c, desk, 'What was sent is not this form.');
  const saved = await saveApplication(desk.office, asker, { term: term.id, revision, given });
  if (saved.kind === 'refused') return refusedPage(c, desk, saved);
  if (saved.kind === 'overtaken') return showForm(c, desk, term, { overtakenBy: given });
  if (form['then'] !== 'send') return c.redirect(`${termAddress(term)}/application?saved=1`, 303);
  const sent = await sendApplication(desk.office, asker, { term: term.id });
  if (sent.kind === 'incomplete') return showForm(c, desk, term, { problems: sent.problems });
  if (sent.kind === 'refused') return showForm(c, desk, term, { refused: sent.because });
  return c.redirect(`${termAddress(term)}/application`, 303);
}

const givenIn = (form: Readonly<Record<string, unknown>>, term: Term): ApplicationWords => {
  const text = (name: string): string => {
    const value = form[name];
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '') : '';
  };
  const answers = term.eligibility.flatMap(({ id }): [string, boolean][] =>
    text(`answer-${id}`) === '' ? [] : [[id, text(`answer-${id}`) === 'yes']],
  );
  return {
    ...{ words: text('words'), availability: text('availability'), codeIdentity: text('codeIdentity') },
    ...{ disclosure: text('disclosure'), eligibility: Object.fromEntries(answers) },
  };
};

async function showForm(
  c: Page,
  desk: FrontDesk,
  term: Term,
  said: Pick<FormView, 'problems' | 'refused' | 'overtakenBy'>,
): Promise<Response> {
  const { asker, person } = c.get('visit');
  const application = await ownApplication(desk.office, asker, term.id);
  if (!application || !person) return nothingHere(c, desk);
  const view = {
    ...{ term, application, given: said.overtakenBy ?? givenOf(application), zone: person.zone },
    ...{ now: desk.office.now(), isSaved: c.req.query('saved') === '1', ...said },
  };
  const here = `${termAddress(term)}/application`;
  return show(c, desk, {
    ...{ term, here, title: 'Your application', headline: applicationSentence(view) },
    lede: lede(view),
    body: applicationHtml(view),
    status: said.refused !== undefined || said.overtakenBy !== undefined ? 409 : said.problems ? 422 : 200,
  });
}

const lede = ({ application }: FormView): string =>
  application.state === 'started'
    ? 'It is kept as you save it, and nobody reads it before you send it.'
    : 'You can withdraw it at any time, take it with you, or have it erased.';
