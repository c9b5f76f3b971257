import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { keptAdvice } from '../../../bench/keptAdvice.ts';
import { shownCommand } from '../../../bench/shownCommand.ts';
import { grouped } from '../../../core/grouped.ts';
import type { Newcomer } from '../../../core/subsystem/newcomer.ts';
import { seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { createKeptWork } from '../work/keptWork.ts';
import { workHtml } from '../work/workHtml.ts';
import { adviceHeadline, adviceHtml, adviceLede } from './adviceHtml.ts';
import { askHtml } from './askHtml.ts';
import { type Answers, adviceAddress, answersOf, newcomerInQuery } from './newcomerInQuery.ts';
import { lookUpHtml, titlesHtml, titlesLike } from './titlesHtml.ts';

const LEDE =
  'Four questions; leave out what you like. Your answers stay on this machine, so that the advice can say what changed.';

/** Which two to choose, and all of them by name. */
export const subsystemsPage = (desk: Desk): Hono => {
  const advice = createKeptWork(desk, 'advice', Number.POSITIVE_INFINITY);
  const titles = createKeptWork(desk, 'titles', 60_000);
  const { tree, host } = desk;
  const answer = (c: Context, content: Content): Response | Promise<Response> =>
    show(c, desk, { here: '/subsystems', scripts: ['stream.js'], ...content });

  const advised = async (answers: Answers, newcomer: Newcomer): Promise<Content> => {
    const at = adviceAddress(answers);
    const key = JSON.stringify(newcomer);
    const state = await advice.look({ key, order: { tree, newcomer }, title: `Weighing ${tree.name}`, at });
    const trail = html`<a href="/subsystems">Subsystems</a>`;
    const again = html`<details class="after"><summary>Change your answers</summary>${askHtml(answers)}</details>`;
    const { result } = state;
    if (!result) {
      const headline = state.failure ? 'No advice could be given' : 'Looking for two that fit you';
      return { title: 'Advice', trail, headline, body: html`${workHtml(state)}${again}` };
    }
    const shown = (command: readonly string[]): string => shownCommand({ host }, tree, command);
    const view = { tree: tree.name, given: result, shown };
    const body = html`${adviceHtml(view)}${again}`;
    return { title: adviceHeadline(view), trail, headline: adviceHeadline(view), lede: adviceLede(view), body };
  };

  const lookedUp = async (q: string, at: number): Promise<Content> => {
    const wish = { key: tree.folder, order: { tree: tree.folder }, title: 'Reading MAINTAINERS' };
    const state = await titles.look({ ...wish, at: `/subsystems?${new URLSearchParams({ q })}` });
    const trail = html`<a href="/subsystems">Subsystems</a>`;
    if (!state.result)
      return { title: 'Subsystems', trail, headline: 'Subsystems by name', body: html`${workHtml(state)}` };
    const found = titlesLike(state.result.titles, q);
    const headline = titlesHeadline(found.length, q, tree.name);
    const odd = state.result.oddities.map((one) => html`<p class="note">${seen(one)}</p>`);
    const lede = 'Tick two or three to see them side by side.';
    return {
      title: headline,
      trail,
      headline,
      lede,
      body: html`${odd}${lookUpHtml(q)}${titlesHtml(found, { q, at })}`,
    };
  };

  return new Hono().get('/subsystems', async (c) => {
    const { q, page, ...query } = c.req.query();
    if (q !== undefined) return answer(c, await lookedUp(q.slice(0, 200), Number(page ?? 1) || 1));
    const asked = newcomerInQuery(query);
    if (asked.kind === 'asked') return answer(c, await advised(asked.answers, asked.newcomer));
    const last = keptAdvice(host)?.newcomer ?? { interests: [], hardware: [] };
    const { answers, wrong } = asked.kind === 'wrong' ? asked : { answers: answersOf(last), wrong: {} };
    return answer(c, {
      title: 'Subsystems',
      headline: 'Choose two to begin in',
      lede: LEDE,
      body: html`${askHtml(answers, wrong)}<h2>Or look one up</h2>${lookUpHtml('')}
<p class="soft"><a href="/subsystems?q=">All subsystems of ${seen(tree.name)}, by name</a></p>`,
    });
  });
};

const titlesHeadline = (count: number, q: string, tree: string): string => {
  if (q.trim() === '') return seen(`${grouped(count)} subsystems in ${tree}`);
  const named = seen(`named like “${q.trim()}”`);
  if (count === 0) return `No subsystem is ${named}`;
  return count === 1 ? `One subsystem is ${named}` : `${grouped(count)} subsystems are ${named}`;
};
