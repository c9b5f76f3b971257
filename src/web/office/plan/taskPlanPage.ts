import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { evidenceText, setEvidence } from '../../../office/evidence/setEvidence.ts';
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
import { type EvidenceFormView, evidenceForm } from './evidenceForm.ts';
import { removeForm, retiredNote } from './removeForm.ts';
import { taskFormHtml } from './taskFormHtml.ts';
import { fieldsIn, fieldsOf, noFields, type TaskFields, taskFrom } from './taskFrom.ts';
import { tryEvidence } from './tryEvidence.ts';

const AT = '/:programme/:term/plan';

/** One task of a term, made or changed. */
export const taskPlanPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().route('/', formPages(desk)).route('/', deedPages(desk));

const plannerTerm = async (c: Page, desk: FrontDesk): Promise<Term | undefined> => {
  const term = await termOf(c, desk);
  return term && mayDo(c.get('visit').asker, { do: 'change-tasks', term: term.id }).may ? term : undefined;
};

const formPages = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(`${AT}/new`, async (c) => {
      const term = await plannerTerm(c, desk);
      return term
        ? showForm(c, desk, term, { name: 'A new task', path: 'new', fields: noFields })
        : nothingHere(c, desk);
    })
    .post(`${AT}/new`, async (c) => {
      const term = await plannerTerm(c, desk);
      if (!term) return nothingHere(c, desk);
      const fields = fieldsIn(await sentForm(c));
      const order = { ...taskFrom(fields, term.zone), term: term.id };
      const made = await makeTask(desk.office, c.get('visit').asker, order);
      if (made.kind === 'made') return c.redirect(`${termAddress(term)}/plan`, 303);
      return showForm(c, desk, term, { name: 'A new task', path: 'new', fields, refused: made.because });
    })
    .get(`${AT}/:slug`, async (c) => {
      const term = await plannerTerm(c, desk);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      return showForm(c, desk, term, await viewOf(desk, term, planned));
    })
    .post(`${AT}/:slug`, async (c) => {
      const term = await plannerTerm(c, desk);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const fields = fieldsIn(await sentForm(c));
      const order = { ...taskFrom(fields, term.zone), term: term.id, task: planned.task.id };
      const changed = await changeTask(desk.office, c.get('visit').asker, order);
      if (changed.kind === 'changed') return c.redirect(`${termAddress(term)}/plan`, 303);
      return showForm(c, desk, term, { ...(await viewOf(desk, term, planned)), fields, refused: changed.because });
    });

/** What a machine looks at of it; taken out of the term, and put back. */
const deedPages = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .post(`${AT}/:slug/evidence`, async (c) => {
      const term = await plannerTerm(c, desk);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const form = await sentForm(c, { all: true });
      const text = formText(form, 'evidence');
      if (formText(form, 'deed') === 'try') {
        const view = await viewOf(desk, term, planned);
        return showForm(c, desk, term, { ...view, evidence: await tryEvidence(desk, form, text) });
      }
      const order = { term: term.id, task: planned.task.id, text };
      const set = await setEvidence(desk.office, c.get('visit').asker, order);
      if (set.kind === 'set') return c.redirect(`${termAddress(term)}/plan/${planned.task.slug}#evidence`, 303);
      const view = await viewOf(desk, term, planned);
      return showForm(c, desk, term, { ...view, evidence: { text, refused: set.because } });
    })
    .post(`${AT}/:slug/remove`, async (c) => {
      const term = await plannerTerm(c, desk);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const order = { term: term.id, task: planned.task.id, reason: formText(await sentForm(c), 'reason') };
      const removed = await removeTask(desk.office, c.get('visit').asker, order);
      if (removed.kind === 'refused') return refusedPage(c, desk, removed);
      return c.redirect(`${termAddress(term)}/plan?done=${removed.kind}`, 303);
    })
    .post(`${AT}/:slug/restore`, async (c) => {
      const term = await plannerTerm(c, desk);
      const planned = term && (await plannedAt(c, desk, term));
      if (!term || !planned) return nothingHere(c, desk);
      const order = { term: term.id, task: planned.task.id };
      const restored = await restoreTask(desk.office, c.get('visit').asker, order);
      if (restored.kind === 'refused') return refusedPage(c, desk, restored);
      return c.redirect(`${termAddress(term)}/plan?done=restored`, 303);
    });

const viewOf = async ({ office }: FrontDesk, term: Term, planned: PlannedTask) => {
  const { title, slug, isRetired, id } = planned.task;
  return {
    ...{ name: title, path: slug, removal: isRetired ? ('done' as const) : ('can be' as const) },
    ...{ fields: fieldsOf(planned, term.zone), evidence: { text: await evidenceText(office, id), refused: undefined } },
  };
};

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
    readonly evidence?: Omit<EvidenceFormView, 'action' | 'mayTry'>;
  },
): Response | Promise<Response> => {
  const at = termAddress(term);
  const { fields, refused } = view;
  const trying = { mayTry: desk.judge !== undefined };
  return show(c, desk, {
    ...{ term, here: `${at}/plan`, title: view.name, headline: seen(view.name) },
    trail: html`<a href="${at}/plan">Tasks of the term</a>`,
    lede:
      view.removal === undefined
        ? 'It comes after the tasks that are there; its place can be changed then.'
        : 'What you change counts for everybody at once; what was handed in stays as it was judged.',
    body: html`${view.removal === 'done' ? retiredNote(`${at}/plan/${view.path}/restore`) : nothing}
${taskFormHtml({ fields, zone: term.zone, refused, action: `${at}/plan/${view.path}` })}
${view.evidence ? evidenceForm({ ...view.evidence, ...trying, action: `${at}/plan/${view.path}/evidence` }) : nothing}
${view.removal === 'can be' ? removeForm(`${at}/plan/${view.path}/remove`) : nothing}`,
    status: refused === undefined && view.evidence?.refused === undefined ? 200 : 422,
  });
};
