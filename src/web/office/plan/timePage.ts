import { Hono } from 'hono';
import { html } from 'hono/html';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { extendDeadline } from '../../../office/tasks/extendDeadline.ts';
import { type Member, type PlannedTask, readMembers, readPlan } from '../../../office/tasks/readPlan.ts';
import { instantIn } from '../../../office/term/instantIn.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { instantField, memberSearch, reasonField, refusal } from './taskFormHtml.ts';

interface Typed {
  readonly q: string;
  readonly person: string;
  readonly task: string;
  readonly until: string;
  readonly reason: string;
}

/** More time for one person and one task. */
export const timePage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/plan/time';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await leadTerm(c, desk);
      return term ? showForm(c, desk, term, typedIn(c.req.query())) : nothingHere(c, desk);
    })
    .post(at, async (c) => {
      const term = await leadTerm(c, desk);
      if (!term) return nothingHere(c, desk);
      const typed = typedIn(await sentForm(c));
      const until = instantIn(term.zone, typed.until) ?? new Date(Number.NaN);
      const extended = await extendDeadline(desk.office, c.get('visit').asker, { ...typed, term: term.id, until });
      if (extended.kind === 'extended') return c.redirect(`${termAddress(term)}/plan`, 303);
      return showForm(c, desk, term, typed, extended.because);
    });
};

const typedIn = (form: Readonly<Record<string, unknown>>): Typed => ({
  ...{ q: textIn(form, 'q'), person: textIn(form, 'person'), task: textIn(form, 'task') },
  ...{ until: textIn(form, 'until'), reason: textIn(form, 'reason') },
});

async function leadTerm(c: Page, desk: FrontDesk): Promise<Term | undefined> {
  const term = await termOf(c, desk);
  return term && mayDo(c.get('visit').asker, { do: 'extend-deadline', term: term.id }).may ? term : undefined;
}

async function showForm(c: Page, desk: FrontDesk, term: Term, typed: Typed, refused?: string): Promise<Response> {
  const { asker } = c.get('visit');
  const [members, tasks] = await Promise.all([
    readMembers(desk.office, asker, { term: term.id, like: typed.q }),
    readPlan(desk.office, asker, { term: term.id }),
  ]);
  const at = termAddress(term);
  const given = (tasks ?? []).filter(({ task }) => !task.isRetired);
  const body = html`${refusal(refused)}${memberSearch(`${at}/plan/time`, typed.q)}
${timeForm({ members, tasks: given, typed, action: `${at}/plan/time`, zone: term.zone })}`;
  return show(c, desk, {
    ...{ term, here: `${at}/plan`, title: 'More time', headline: 'Who needs more time?', body },
    lede: 'For one task. What was handed in late stays marked as late, and counts all the same.',
    ...{ trail: html`<a href="${at}/plan">Tasks of the term</a>`, status: refused === undefined ? 200 : 422 },
  });
}

const timeForm = (view: {
  readonly members: readonly Member[];
  readonly tasks: readonly PlannedTask[];
  readonly typed: Typed;
  readonly action: string;
  readonly zone: string;
}): Markup => {
  const { members, tasks, typed, action, zone } = view;
  return html`<form method="post" action="${action}" class="form"><input type="hidden" name="q" value="${typed.q}">
<fieldset class="answer"><legend>Who</legend>${members.map(
    ({ id, name }) =>
      html`<label><input type="radio" name="person" value="${id}"
required${id === typed.person || members.length === 1 ? html` checked` : nothing}> ${seen(name)}</label>`,
  )}${members.length === 0 ? html`<p class="soft">Nobody of that name takes part.</p>` : nothing}</fieldset>
<div class="field"><label for="task">Which task</label><select id="task" name="task">${tasks.map(
    ({ task }) =>
      html`<option value="${task.id}"${task.id === typed.task ? html` selected` : nothing}>${seen(task.title)}</option>`,
  )}</select></div>
${instantField('until', 'Their deadline', typed.until, zone, true)}
${reasonField(typed.reason, 'The person reads it.')}
<p class="buttons"><button class="main">Give them the time</button></p></form>`;
};
