import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { chapterTitles } from '../../../office/course/chapterTitles.ts';
import { setChapters } from '../../../office/course/setChapters.ts';
import type { Refused } from '../../../office/office.ts';
import { freeSubmissions } from '../../../office/queue/freeSubmissions.ts';
import { readLoads } from '../../../office/queue/readLoads.ts';
import { addSampleTasks } from '../../../office/tasks/addSampleTasks.ts';
import { orderTasks } from '../../../office/tasks/orderTasks.ts';
import { readPlan } from '../../../office/tasks/readPlan.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { planHtml, planSentence } from './planHtml.ts';

type Form = Readonly<Record<string, unknown>>;

/** The tasks of a term, for those who plan it: their order, and what is done with all of them. */
export const planPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/plan';
  const deed =
    (run: (c: Page, term: Term, form: Form) => Promise<{ readonly kind: string } | Refused>) => async (c: Page) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const done = await run(c, term, await sentForm(c));
      return 'because' in done ? refusedPage(c, desk, done) : c.redirect(`${termAddress(term)}/plan`, 303);
    };
  const { office } = desk;
  return new Hono<Env>()
    .get(at, (c) => showPlan(c, desk))
    .post(
      `${at}/order`,
      deed((c, { id }, form) => {
        const order = { term: id, task: textIn(form, 'task'), place: Number(textIn(form, 'place')) };
        return orderTasks(office, c.get('visit').asker, order);
      }),
    )
    .post(
      `${at}/samples`,
      deed((c, { id }) => addSampleTasks(office, c.get('visit').asker, { term: id })),
    )
    .post(
      `${at}/chapters`,
      deed((c, { id }, form) =>
        setChapters(office, c.get('visit').asker, { term: id, titles: textIn(form, 'chapters').split('\n') }),
      ),
    )
    .post(
      `${at}/free`,
      deed((c, { id }, form) =>
        freeSubmissions(office, c.get('visit').asker, { term: id, mentor: textIn(form, 'mentor') }),
      ),
    );
};

async function showPlan(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await termOf(c, desk);
  const { asker } = c.get('visit');
  if (!term || !mayDo(asker, { do: 'change-tasks', term: term.id }).may) return nothingHere(c, desk);
  const order = { term: term.id };
  const [tasks, loads, chapters] = await Promise.all([
    readPlan(desk.office, asker, order),
    readLoads(desk.office, asker, order),
    chapterTitles(desk.office, order),
  ]);
  const at = termAddress(term);
  const mayFree = mayDo(asker, { do: 'free-submissions', ...order }).may;
  const view = {
    ...{ tasks: tasks ?? [], loads: loads ?? [], chapters, mayFree, at, zone: term.zone, now: desk.office.now() },
  };
  return show(c, desk, {
    ...{ term, here: `${at}/plan`, title: 'Tasks of the term', headline: planSentence(view) },
    lede: `Deadlines are written on a clock in ${term.zone}; everybody sees them on their own.`,
    body: html`${doneNote(c.req.query('done'))}${planHtml(view)}`,
  });
}

const doneNote = (done: string | undefined): Markup =>
  done !== undefined && Object.hasOwn(said, done)
    ? html`<p class="note holds" role="status">✓ ${said[done]}</p>`
    : nothing;

const said: Readonly<Record<string, string>> = {
  deleted: 'It is deleted.',
  retired: 'It is given to nobody any more; what was handed in stays.',
  restored: 'It is given out again.',
};
