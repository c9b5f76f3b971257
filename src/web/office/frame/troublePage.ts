import { html } from 'hono/html';
import type { Trouble } from '../../../core/trouble.ts';
import { type Refused, refused } from '../../../office/office.ts';
import { nothing, seen } from '../../parts/markup.ts';
import type { FrontDesk, Page } from './frontDesk.ts';
import { show } from './show.ts';

/** What one may not see is not there: nobody learns by asking that it exists. */
export const nothingHere = (c: Page, desk: FrontDesk): Response | Promise<Response> =>
  show(c, desk, {
    ...{ here: '', status: 404, title: 'No such page', headline: 'There is no such page for you' },
    lede: c.get('visit').person
      ? html`Perhaps it is for somebody else, or not yet open to you. <a href="/">Today</a> has what is yours.`
      : html`Perhaps it is there once you have <a href="/sign-in">signed in</a>.`,
    body: nothing,
  });

/** A deed that was not done, and why. */
export const refusedPage = (c: Page, desk: FrontDesk, why: Refused | string): Response | Promise<Response> => {
  const { because, isForbidden } = typeof why === 'string' ? refused(why) : why;
  return show(c, desk, {
    ...{
      here: '',
      status: isForbidden === true ? 403 : 409,
      title: 'Not done',
      headline: 'That was not done',
      lede: seen(because),
    },
    body: html`<p><a href="/">Back to what is yours</a></p>`,
  });
};

const STATUS = { input: 400, missing: 503, machine: 500 } as const;

/** What is wrong, and what to do next. */
export const troublePage = (c: Page, desk: FrontDesk, { kind, words }: Trouble): Response | Promise<Response> =>
  show(c, desk, {
    ...{ here: '', status: STATUS[kind], title: words.what, headline: seen(words.what), lede: seen(words.next ?? '') },
    body: nothing,
  });

/** Ours. The reference leads to the whole story in the server's log; nothing of it is shown. */
export const mistakePage = (c: Page, desk: FrontDesk, reference: string): Response | Promise<Response> =>
  show(c, desk, {
    ...{ here: '', status: 500, title: 'A mistake of ours', headline: 'This is a mistake of ours' },
    lede: html`Nothing that was acknowledged is lost. If you write to us about it, name <code>${reference}</code>.`,
    body: nothing,
  });

/** The database is away. What was under way may be done or not; the form can be sent again, which does nothing twice. */
export const awayPage = (c: Page, desk: FrontDesk): Response | Promise<Response> => {
  c.header('retry-after', '5');
  return show(c, desk, {
    ...{ here: '', status: 503, title: 'Back in a moment', headline: 'The programme is away for a moment' },
    lede: 'Its database does not answer just now. Nothing that was acknowledged is lost. Try again in some seconds.',
    body: nothing,
  });
};
