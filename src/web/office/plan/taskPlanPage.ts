import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { changeTask } from '../../../office/tasks/changeTask.ts';
import { makeTask } from '../../../office/tasks/makeTask.ts';
import { type PlannedTask, readPlan } from '../../../office/tasks/readPlan.ts';
import { removeTask } from '../../../office/tasks/removeTask.ts';
import { restoreTask } from '../../../office/tasks/restoreTask.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import { nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { removeForm, retiredNote } from './removeForm.ts';
import { taskFormHtml } from './taskFormHtml.ts';
import { fieldsIn, fieldsOf, noFields, type TaskFields, taskFrom } from './taskFrom.ts';

/** One task of a term, made or changed. */
export const taskPlanPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/plan';
  const plannerTerm = async (c: Page): Promise<Term | undefined> => {
    const term = await termOf(c, desk);
    return term && mayDo(c.get('visit').asker, { do: 'change-tasks', term: term.id }).may ? term : undefined;
  };
  return new Hono<Env>()
    .get(`${at}/new`, async (c) => {
      const term = await plannerTerm(c);
      return term
        ? showForm(c, desk, term, { name: 'A new task', path: 'new', fields: noFields })
        : nothingHere(c, desk);
    })
    .post(`${at}/new`, async (c) => {
      const term = await plannerTerm(c);
      if (!term) return nothingHere(c, desk);
      const fields = fieldsIn(await sentForm(c));
      const order = { ...taskFrom(fields, term.zone), term: term.id };
      const made = await makeTask(desk.office, c.get('visit').asker, order);
      if (made.kind === 'made') return c.redirect(`${termAddress(term)}/plan`, 303);
      return showForm(c, desk, term, { name: 'A new task', path: 'new', fields, refused: made.because });
    })
    .get(`${at}/:slug`, async (c) => {
      const term = await plannerTerm(c);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const fields = fieldsOf(planned, term.zone);
      return showForm(c, desk, term, { ...viewOf(planned.task), fields });
    })
    .post(`${at}/:slug`, async (c) => {
      const term = await plannerTerm(c);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const fields = fieldsIn(await sentForm(c));
      const order = { ...taskFrom(fields, term.zone), term: term.id, task: planned.task.id };
      const changed = await changeTask(desk.office, c.get('visit').asker, order);
      if (changed.kind === 'changed') return c.redirect(`${termAddress(term)}/plan`, 303);
      return showForm(c, desk, term, { ...viewOf(planned.task), fields, refused: changed.because });
    })
    .post(`${at}/:slug/remove`, async (c) => {
      const term = await plannerTerm(c);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const order = { term: term.id, task: planned.task.id, reason: formText(await sentForm(c), 'reason') };
      const removed = await removeTask(desk.office, c.get('visit').asker, order);
      if (removed.kind === 'refused') return refusedPage(c, desk, removed);
      return c.redirect(`${termAddress(term)}/plan?done=${removed.kind}`, 303);
    })
    .post(`${at}/:slug/restore`, async (c) => {
      const term = await plannerTerm(c);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const order = { term: term.id, task: planned.task.id };
      const restored = await restoreTask(desk.office, c.get('visit').asker, order);
      if (restored.kind === 'refused') return refusedPage(c, desk, restored);
      return c.redirect(`${termAddress(term)}/plan?done=restored`, 303);
    });
};

const viewOf = ({ title, slug, isRetired }: PlannedTask['task']) => ({
  ...{ name: title, path: slug, removal: isRetired ? ('done' as const) : ('can be' as const) },
});

const plannedAt = async (c: Page, desk: FrontDesk, term: Term) =>
  (await readPlan(desk.office, c.get('visit').asker, { term: term.id }))?.find(
    ({ task }) => task.slug === c.req.param('slug'),
  );

const showForm = (
  c: Page,
  desk: FrontDesk,
  term: Term,
  view: {
    readonly name: string;
    readonly path: string;
    readonly fields: TaskFields;
    readonly refused?: string;
    readonly removal?: 'can be' | 'done';
  },
): Response | Promise<Response> => {
  const at = termAddress(term);
  const { fields, refused } = view;
  return show(c, desk, {
    ...{ term, here: `${at}/plan`, title: view.name, headline: seen(view.name) },
    trail: html`<a href="${at}/plan">Tasks of the term</a>`,
    lede:
      view.removal === undefined
        ? 'It comes after the tasks that are there; its place can be changed then.'
        : 'What you change counts for everybody at once; what was handed in stays as it was judged.',
    body: html`${view.removal === 'done' ? retiredNote(`${at}/plan/${view.path}/restore`) : nothing}
${taskFormHtml({ fields, zone: term.zone, refused, action: `${at}/plan/${view.path}` })}
${view.removal === 'can be' ? removeForm(`${at}/plan/${view.path}/remove`) : nothing}`,
    status: refused === undefined ? 200 : 422,
  });
};
