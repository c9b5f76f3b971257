import { html } from 'hono/html';
import { counted } from '../../../core/counted.ts';
import type { Page } from '../frame/frontDesk.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';

/** It was tried too often: for how long to wait. The same whoever's address it is. */
export const waitPage = (c: Page, house: SignHouse, seconds: number): Response | Promise<Response> => {
  c.header('retry-after', String(seconds));
  return show(c, house, {
    status: 429,
    title: 'Too many tries',
    headline: 'That was tried too often',
    lede: `Please wait for ${waitWords(seconds)}, then try again. A link that you have already still works.`,
    body: html`<p class="buttons"><a class="button" href="/sign-in">Back to signing in</a></p>`,
  });
};

const waitWords = (seconds: number): string =>
  seconds < 60 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute');
