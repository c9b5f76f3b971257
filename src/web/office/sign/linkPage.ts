import { Hono } from 'hono';
import { html } from 'hono/html';
import type { SignInStep } from '../../../core/programme/signInStep.ts';
import { isHalf } from '../../../edge/signIn/halves.ts';
import { useLink } from '../../../office/signIn/useLink.ts';
import type { Content } from '../../parts/page.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, Page } from '../frame/frontDesk.ts';
import { wayIn } from '../frame/wayIn.ts';
import { browserHalf, takeHalf } from './browserHalf.ts';
import { ownPath } from './ownPath.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';
import { waitPage } from './waitPage.ts';

/**
 * `/sign-in/link`: what a mailed link opens. It uses nothing up: programs that look at mails open links, and press no
 * buttons. The button does.
 */
export const linkPage = (house: SignHouse): Hono<Env> =>
  new Hono<Env>()
    .get('/sign-in/link', (c) => {
      const mailed = c.req.query('half');
      if (!isHalf(mailed)) return show(c, house, { status: 422, ...brokenHtml });
      if (browserHalf(c, house) === undefined) return show(c, house, { status: 403, ...elsewhereHtml });
      return show(c, house, buttonHtml(mailed, ownPath(c.req.query('to'))));
    })
    .post('/sign-in/link', async (c) => {
      const { half: mailed, to } = await sentForm(c);
      if (typeof mailed !== 'string' || !isHalf(mailed)) return show(c, house, { status: 422, ...brokenHtml });
      const half = browserHalf(c, house);
      if (half === undefined) return show(c, house, { status: 403, ...elsewhereHtml });
      const came = await useLink(house, { mailed, half, peer: house.peerOf(c), headers: c.req.raw.headers });
      if (came.kind === 'wait') return waitPage(c, house, came.seconds);
      if (came.kind === 'not good') return show(c, house, { status: 403, ...notGoodHtml });
      takeHalf(c, house);
      return goIn(c, came, ownPath(to));
    });

/** To the page that one wanted, or first to what stands before it. */
export const goIn = (
  c: Page,
  { step, setCookies }: { readonly step: SignInStep; readonly setCookies: readonly string[] },
  to: string,
): Response => {
  for (const cookie of setCookies) c.header('set-cookie', cookie, { append: true });
  return c.redirect(step === 'in' ? to : wayIn(step, to), 303);
};

const buttonHtml = (mailed: string, to: string): Content => ({
  title: 'Sign in',
  headline: 'One press, and you are in',
  lede: 'The link is used up by the button, not by opening this page.',
  body: html`<form method="post" action="/sign-in/link" class="card pad sign">
<input type="hidden" name="half" value="${mailed}"><input type="hidden" name="to" value="${to}">
<button class="main" autofocus>Sign in</button></form>`,
});

const askAnew = html`<p class="buttons"><a class="button main" href="/sign-in">Ask for a new link</a></p>`;

const elsewhereHtml: Content = {
  title: 'Another browser',
  headline: 'This link was not asked for in this browser',
  lede: 'It works only where it was asked for, within ten minutes: so a link that is read by others is worth nothing.',
  body: html`<div class="card pad"><ul><li>Copy the link into the browser in which you asked for it.</li>
<li>Or ask for a new one here.</li></ul>${askAnew}</div>`,
};

const notGoodHtml: Content = {
  title: 'No longer good',
  headline: 'This link is no longer good',
  lede: 'It was used already, is older than ten minutes, or was asked for in another browser.',
  body: html`<div class="card pad"><p>If you did not use it yourself, nobody else got in with it either: the browser that
asked is needed, too.</p>${askAnew}</div>`,
};

const brokenHtml: Content = {
  title: 'Half a link',
  headline: 'This link is not whole',
  lede: 'Mail programs sometimes break long links at the end of a line.',
  body: html`<div class="card pad"><p>Copy it from the mail up to its last letter, or ask for a new one.</p>${askAnew}</div>`,
};
