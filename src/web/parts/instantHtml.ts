import { html } from 'hono/html';
import { instantWords } from '../../core/programme/instantWords.ts';
import type { Markup } from './markup.ts';

/** An instant in the visitor's zone, with UTC and how far away it is. */
export const instantHtml = (at: Date, zone: string, now: Date): Markup => {
  const { local, utc, away } = instantWords(at, zone, now);
  return html`<time datetime="${at.toISOString()}">${local}${
    utc === undefined
      ? ''
      : html` <span
class="soft">(${utc})</span>`
  }</time>, ${away}`;
};
