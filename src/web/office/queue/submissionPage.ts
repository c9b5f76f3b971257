import { Hono } from 'hono';
import { html } from 'hono/html';
import { outcomes } from '../../../core/programme/submissionState.ts';
import { looksOf } from '../../../office/evidence/looksOf.ts';
import { readLikeness } from '../../../office/evidence/readLikeness.ts';
import { decideSubmission } from '../../../office/queue/decideSubmission.ts';
import { giveBack } from '../../../office/queue/giveBack.ts';
import { nextSubmission } from '../../../office/queue/nextSubmission.ts';
import { overrideVerdict } from '../../../office/queue/overrideVerdict.ts';
import { readFile, readSubmission } from '../../../office/queue/readSubmission.ts';
import { keepRemark, readRemarks } from '../../../office/queue/remarks.ts';
import { stayOut } from '../../../office/queue/stayOut.ts';
import { takeSubmission } from '../../../office/queue/takeSubmission.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { MOST_SHOWN, shownText } from './shownText.ts';
import { submissionHtml, submissionSentence } from './submissionHtml.ts';
import { textIn } from './textIn.ts';
import type { Typed } from './verdictForm.ts';

type Form = Readonly<Record<string, unknown>>;

/** One submission on one screen, for the mentor who reads it. */
export const submissionPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/submissions/:id';
  const inTerm = (deed: (c: Page, term: Term) => Promise<Response>) => async (c: Page) => {
    const term = await termOf(c, desk);
    return term ? deed(c, term) : nothingHere(c, desk);
  };
  return new Hono<Env>()
    .get(
      at,
      inTerm((c, term) => showSubmission(c, desk, term, {})),
    )
    .post(
      `${at}/take`,
      inTerm(async (c, term) => {
        const taken = await takeSubmission(desk.office, c.get('visit').asker, { submission: c.req.param('id') ?? '' });
        if (taken.kind === 'refused') return refusedPage(c, desk, taken);
        if (taken.kind === 'gone')
          return showSubmission(c, desk, term, { note: failed('Another mentor was quicker.') });
        return c.redirect(`${termAddress(term)}/submissions/${c.req.param('id')}`, 303);
      }),
    )
    .post(
      `${at}/stay-out`,
      inTerm(async (c, term) => {
        const out = await stayOut(desk.office, c.get('visit').asker, { submission: c.req.param('id') ?? '' });
        return out.kind === 'refused' ? refusedPage(c, desk, out) : c.redirect(`${termAddress(term)}/queue`, 303);
      }),
    )
    .post(
      `${at}/override`,
      inTerm(async (c, term) => {
        const typed = typedIn(await sentForm(c));
        const submission = c.req.param('id') ?? '';
        const outcome = outcomes.find((one) => one === typed.outcome);
        if (!outcome) return showSubmission(c, desk, term, { typed, note: failed('Say what it is instead.') });
        const order = { ...typed, submission, outcome };
        const done = await overrideVerdict(desk.office, c.get('visit').asker, order);
        if (done.kind === 'refused') return showSubmission(c, desk, term, { typed, note: failed(done.because) });
        return c.redirect(`${termAddress(term)}/submissions/${submission}`, 303);
      }),
    )
    .post(
      at,
      inTerm((c, term) => answer(c, desk, term)),
    );
};

const typedIn = (form: Form): Typed => ({
  outcome: textIn(form, 'outcome'),
  answer: textIn(form, 'answer').replaceAll('\r\n', '\n'),
  reason: textIn(form, 'reason'),
});

const failed = (because: string): Markup =>
  html`<p class="note fails" role="alert">✗ That was not done. ${seen(because)}</p>`;

async function answer(c: Page, desk: FrontDesk, term: Term): Promise<Response> {
  const form = await sentForm(c);
  const chosen = textIn(form, 'deed');
  const typed = typedIn(form);
  const submission = c.req.param('id') ?? '';
  const { asker } = c.get('visit');
  if (chosen === 'insert' || chosen === 'keep') return withRemark(c, desk, term, form);
  const queue = `${termAddress(term)}/queue`;
  if (chosen === 'give-back') {
    const given = await giveBack(desk.office, asker, { submission });
    return given.kind === 'refused' ? nothingHere(c, desk) : c.redirect(queue, 303);
  }
  const outcome = outcomes.find((one) => one === typed.outcome);
  if (!outcome) return showSubmission(c, desk, term, { typed, note: failed('Say first what it is.') });
  const decided = await decideSubmission(desk.office, asker, { submission, outcome, answer: typed.answer });
  if (decided.kind === 'refused') return showSubmission(c, desk, term, { typed, note: failed(decided.because) });
  const next = chosen === 'next' ? await nextSubmission(desk.office, asker, { term: term.id }) : undefined;
  if (next?.kind !== 'taken') return c.redirect(queue, 303);
  return c.redirect(`${termAddress(term)}/submissions/${next.submission}`, 303);
}

/** Puts kept words below what is typed, or keeps what is typed; either way the form comes back as it was. */
async function withRemark(c: Page, desk: FrontDesk, term: Term, form: Form): Promise<Response> {
  const { asker } = c.get('visit');
  const typed = typedIn(form);
  if (textIn(form, 'deed') === 'keep') {
    const order = { term: term.id, title: textIn(form, 'title'), text: typed.answer };
    const kept = await keepRemark(desk.office, asker, order);
    const note =
      kept.kind === 'refused'
        ? failed(kept.because)
        : html`<p class="note holds" role="status">✓ The words are kept.</p>`;
    return showSubmission(c, desk, term, { typed, note, status: 200 });
  }
  const remarks = await readRemarks(desk.office, asker, { term: term.id });
  const text = remarks.find(({ id }) => id === textIn(form, 'remark'))?.text ?? '';
  const joined = typed.answer.trim() === '' ? text : `${typed.answer.trimEnd()}\n\n${text}`;
  return showSubmission(c, desk, term, { typed: { ...typed, answer: joined }, status: 200 });
}

async function showSubmission(
  c: Page,
  desk: FrontDesk,
  term: Term,
  said: { readonly typed?: Typed; readonly note?: Markup; readonly status?: 200 },
): Promise<Response> {
  const { asker, person } = c.get('visit');
  const { office } = desk;
  const order = { term: term.id, submission: c.req.param('id') ?? '' };
  const read = await readSubmission(office, asker, order);
  const attempt = read?.standing.facts.attempts.find(({ id }) => id === read.submission.id);
  if (!read || !attempt || !person) return nothingHere(c, desk);
  const at = termAddress(term);
  if (read.submission.person === person.id) return c.redirect(`${at}/tasks/${read.standing.facts.task.slug}`, 303);
  const texts = new Map<number, string>();
  for (const { submission, ordinal, size } of read.files) {
    if (submission !== read.submission.id || size > MOST_SHOWN) continue;
    const text = shownText((await readFile(office, asker, { ...order, ordinal }))?.bytes ?? new Uint8Array());
    if (text !== undefined) texts.set(ordinal, text);
  }
  const remarks = await readRemarks(office, asker, { term: term.id });
  const looks = await looksOf(office, read.submission);
  const alike = await readLikeness(office, asker, order);
  const typed = said.typed ?? { outcome: '', answer: '', reason: '' };
  const view = {
    ...{ read, attempt, texts, looks, alike, remarks, asker, typed, note: said.note ?? nothing, at, zone: person.zone },
    now: office.now(),
  };
  c.header('cache-control', 'no-store');
  return show(c, desk, {
    ...{ term, here: `${at}/queue`, title: read.submission.title, headline: seen(submissionSentence(view)) },
    trail: html`<a href="${at}/queue">Queue</a>`,
    ...{ body: submissionHtml(view), status: said.status ?? (said.note ? 409 : 200) },
  });
}
