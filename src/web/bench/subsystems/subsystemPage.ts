import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ShownCard } from '../../../bench/showCards.ts';
import { shownCommand } from '../../../bench/shownCommand.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { createKeptWork } from '../work/keptWork.ts';
import { workHtml } from '../work/workHtml.ts';
import { cardHtml } from './cardHtml.ts';
import { cardSentence, comparedHeadline } from './cardSentence.ts';
import { cardsHtml } from './cardsHtml.ts';
import { subsystemAddress } from './subsystemAddress.ts';

/** More would be read by nobody, and fit on no screen. */
const MOST = 3;
const FRESH = 5 * 60_000;

/** `/subsystem?name=…`: one card, or two or three side by side. */
export const subsystemPage = (desk: Desk): Hono => {
  const cards = createKeptWork(desk, 'cards', FRESH);
  const { host, tree } = desk;
  const trail = html`<a href="/subsystems">Subsystems</a>`;
  const answer = (c: Context, content: Omit<Content, 'trail'>): Response | Promise<Response> =>
    show(c, desk, { here: '/subsystems', trail, scripts: ['stream.js'], ...content });
  const commandOf = ({ card }: ShownCard): string => shownCommand({ host }, tree, card.first.command);

  return new Hono().get('/subsystem', async (c) => {
    const named = namesIn(c.req.queries('name'));
    const names = named.slice(0, MOST);
    if (names.length === 0) return c.redirect('/subsystems', 303);
    const wish = { key: JSON.stringify(names), order: { tree, names }, title: `Looking at ${names.join(', ')}` };
    const state = await cards.look({ ...wish, at: subsystemAddress(...names) });
    const { result } = state;
    if (!result) {
      const headline = state.failure ? 'This could not be looked at' : seen(`Looking at ${names.join(' and ')}`);
      const failed = state.failure
        ? html`<p class="after"><a href="/subsystems?${new URLSearchParams({ q: names[0] ?? '' })}">Look it up by name</a></p>`
        : nothing;
      return answer(c, { title: headline, headline, body: html`${workHtml(state)}${failed}` });
    }
    const notes = notesOf(result, named.length);
    const [one] = result;
    if (one && result.length === 1) {
      const headline = seen(one.card.about.name);
      const body = html`${notes}${cardHtml(one, commandOf(one))}`;
      return answer(c, { title: headline, headline, lede: seen(cardSentence(one.card)), body });
    }
    const shown = result.map(({ card }) => card);
    const headline = seen(comparedHeadline(shown));
    const lede = 'The same questions, asked of each. Its name leads to each at length.';
    return answer(c, {
      title: headline,
      headline,
      lede,
      body: html`${notes}${cardsHtml(shown, result.map(commandOf))}`,
    });
  });
};

/** As they were typed, each once. */
const namesIn = (names: readonly string[] = []): readonly string[] => [
  ...new Set(names.map((name) => name.trim().slice(0, 300)).filter((name) => name !== '')),
];

const notesOf = (cards: readonly ShownCard[], asked: number): Markup => {
  const notes = [
    ...new Set(cards.flatMap(({ oddities }) => oddities)),
    ...(asked > MOST ? [`You named ${asked}; the first ${MOST} are shown.`] : []),
  ];
  return html`${notes.map((one) => html`<p class="note">${seen(one)}</p>`)}`;
};
