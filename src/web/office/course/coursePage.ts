import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { askQuestion } from '../../../office/course/askQuestion.ts';
import { findAnswers } from '../../../office/course/findAnswers.ts';
import { noteChapter } from '../../../office/course/noteChapter.ts';
import { readCourse } from '../../../office/course/readCourse.ts';
import { ownQuestions } from '../../../office/course/readQuestion.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { askHtml, askSentence, courseHtml, courseSentence } from './courseHtml.ts';

/** The course: progress and notes by chapter, and questions, for which an answer is looked up first. */
export const coursePage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/course';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      const { asker, person } = c.get('visit');
      const chapters = term && (await readCourse(desk.office, asker, { term: term.id }));
      if (!term || !chapters || !person) return nothingHere(c, desk);
      const questions = await ownQuestions(desk.office, asker, { term: term.id });
      const view = { chapters, questions, at: termAddress(term), zone: person.zone, now: desk.office.now() };
      return show(c, desk, {
        ...{ term, here: `${view.at}/course`, title: 'Course', headline: courseSentence(view) },
        lede: 'Your notes are yours alone, and are looked through first when you have a question.',
        body: courseHtml(view),
      });
    })
    .post(at, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const order = { chapter: textIn(form, 'chapter'), isDone: form['done'] === 'yes', note: textIn(form, 'note') };
      const noted = await noteChapter(desk.office, c.get('visit').asker, { term: term.id, ...order });
      if (noted.kind === 'refused') return refusedPage(c, desk, noted);
      const ordinal = Number(textIn(form, 'ordinal'));
      return c.redirect(
        `${termAddress(term)}/course${Number.isSafeInteger(ordinal) ? `#chapter-${ordinal}` : ''}`,
        303,
      );
    })
    .get(`${at}/ask`, async (c) => {
      const term = await termOf(c, desk);
      return term ? showAsk(c, desk, term, (c.req.query('q') ?? '').slice(0, 1000)) : nothingHere(c, desk);
    })
    .post(`${at}/ask`, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const text = textIn(await sentForm(c), 'text');
      const asked = await askQuestion(desk.office, c.get('visit').asker, { term: term.id, text });
      if (asked.kind === 'refused') return showAsk(c, desk, term, text, asked.because);
      return c.redirect(`${termAddress(term)}/course`, 303);
    });
};

async function showAsk(c: Page, desk: FrontDesk, term: Term, asked: string, refused?: string): Promise<Response> {
  const { asker } = c.get('visit');
  if (!mayDo(asker, { do: 'ask-question', term: term.id }).may) return nothingHere(c, desk);
  const found = await findAnswers(desk.office, asker, { term: term.id, question: asked });
  const at = termAddress(term);
  const view = { asked, found, at, ...(refused !== undefined && { refused }) };
  return show(c, desk, {
    ...{ term, here: `${at}/course`, title: 'A question', headline: askSentence(view) },
    lede: 'Looked through: your notes, the words of your tasks, and answers that mentors kept for all.',
    trail: html`<a href="${at}/course">Course</a>`,
    ...{ body: askHtml(view), status: refused === undefined ? 200 : 409 },
  });
}
