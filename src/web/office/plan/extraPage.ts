import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { addExtraTask } from '../../../office/tasks/addExtraTask.ts';
import { readMembers } from '../../../office/tasks/readPlan.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { extraFormHtml } from './taskFormHtml.ts';
import { fieldsIn, noFields, type TaskFields, taskFrom } from './taskFrom.ts';

/** A task for one person or for some, to close a gap. */
export const extraPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/plan/extra';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await mentorTerm(c, desk);
      if (!term) return nothingHere(c, desk);
      return showForm(c, desk, term, { fields: noFields, like: c.req.query('q') ?? '', chosen: [], reason: '' });
    })
    .post(at, async (c) => {
      const term = await mentorTerm(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await c.req.parseBody({ all: true });
      const fields = fieldsIn(form);
      const persons = [form['persons']].flat().filter((one): one is string => typeof one === 'string');
      const reason = textIn(form, 'reason');
      const { title, slug, words, deadline, required } = taskFrom(fields, term.zone);
      const order = { term: term.id, persons, reason, title, slug, words, deadline, required };
      const made = await addExtraTask(desk.office, c.get('visit').asker, order);
      if (made.kind === 'made') {
        const isPlanner = mayDo(c.get('visit').asker, { do: 'change-tasks', term: term.id }).may;
        return c.redirect(`${termAddress(term)}/${isPlanner ? 'plan' : 'queue'}`, 303);
      }
      const typed = { fields, like: textIn(form, 'q'), chosen: persons, reason };
      return showForm(c, desk, term, { ...typed, refused: made.because });
    });
};

async function mentorTerm(c: Page, desk: FrontDesk): Promise<Term | undefined> {
  const term = await termOf(c, desk);
  return term && mayDo(c.get('visit').asker, { do: 'add-extra-task', term: term.id }).may ? term : undefined;
}

interface Typed {
  readonly fields: TaskFields;
  readonly like: string;
  readonly chosen: readonly string[];
  readonly reason: string;
  readonly refused?: string;
}

async function showForm(c: Page, desk: FrontDesk, term: Term, typed: Typed): Promise<Response> {
  const members = await readMembers(desk.office, c.get('visit').asker, { term: term.id, like: typed.like });
  const at = termAddress(term);
  const { fields, like, reason, refused } = typed;
  return show(c, desk, {
    ...{ term, here: `${at}/plan`, title: 'A task for some', headline: 'Who needs another task?' },
    lede: 'They see it at once, with your reason; nobody else does.',
    trail: html`<a href="${at}/plan">Tasks of the term</a>`,
    body: extraFormHtml({
      ...{ fields, like, reason, members, refused, zone: term.zone, action: `${at}/plan/extra` },
      // Who was looked for by name, and is the only one, is who is meant.
      chosen: new Set(members.length === 1 && like !== '' ? members.map(({ id }) => id) : typed.chosen),
    }),
    status: refused === undefined ? 200 : 422,
  });
}
