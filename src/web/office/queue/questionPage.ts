import { Hono } from 'hono';
import { html } from 'hono/html';
import { answerQuestion } from '../../../office/course/answerQuestion.ts';
import { type Question, readQuestion } from '../../../office/course/readQuestion.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { instantHtml } from '../../parts/instantHtml.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { textIn } from './textIn.ts';

/** One question, for the mentor who answers it. */
export const questionPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/questions/:id';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      return term ? showQuestion(c, desk, term) : nothingHere(c, desk);
    })
    .post(at, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const typed = { answer: textIn(form, 'answer'), sharedAs: textIn(form, 'sharedAs') };
      const order = { ...typed, term: term.id, question: c.req.param('id') };
      const answered = await answerQuestion(desk.office, c.get('visit').asker, order);
      if (answered.kind === 'refused') return showQuestion(c, desk, term, { ...typed, because: answered.because });
      return c.redirect(`${termAddress(term)}/queue`, 303);
    });
};

interface Refusal {
  readonly answer: string;
  readonly sharedAs: string;
  readonly because: string;
}

async function showQuestion(c: Page, desk: FrontDesk, term: Term, refusal?: Refusal): Promise<Response> {
  const { asker, person } = c.get('visit');
  const order = { term: term.id, question: c.req.param('id') ?? '' };
  const question = await readQuestion(desk.office, asker, order);
  if (!question || !person) return nothingHere(c, desk);
  const at = termAddress(term);
  return show(c, desk, {
    ...{ term, here: `${at}/queue`, title: 'A question' },
    headline: question.answeredAt === null ? 'Somebody asks you' : 'It is answered',
    lede: html`${seen(question.name)}, ${instantHtml(question.askedAt, person.zone, desk.office.now())}`,
    trail: html`<a href="${at}/queue">Queue</a>`,
    body: questionHtml(question, refusal),
    status: refusal ? 409 : 200,
  });
}

const questionHtml = (question: Question, refusal: Refusal | undefined): Markup => html`
<blockquote class="said">${seen(question.text)}</blockquote>
${refusal ? html`<p class="note fails" role="alert">✗ That was not done. ${seen(refusal.because)}</p>` : nothing}
${
  question.answeredAt === null
    ? html`<form method="post" class="form"><div class="field"><label for="words">Your answer</label>
<textarea id="words" name="answer" rows="8" required>${refusal?.answer ?? ''}</textarea></div>
<div class="field"><label for="shared">As a question that others may have, in your words</label>
<input id="shared" name="sharedAs" maxlength="300" autocomplete="off" aria-describedby="shared-hint"
value="${refusal?.sharedAs ?? ''}">
<p class="hint" id="shared-hint">If you write one, your answer is found by everybody who asks something like it. Leave it empty
where the answer is for this person alone.</p></div>
<p class="buttons"><button class="main">Answer</button></p></form>`
    : html`<h2>The answer</h2><p class="said">${seen(question.answer)}</p>
${refusal ? html`<h2>What you wrote</h2><p class="said">${seen(refusal.answer)}</p>` : nothing}`
}`;
