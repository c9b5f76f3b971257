import { Hono } from 'hono';
import { html } from 'hono/html';
import { freshSignIn } from '../../../core/programme/freshSignIn.ts';
import { isHalf } from '../../../edge/signIn/halves.ts';
import { askForAddress, changeAddress } from '../../../office/signIn/changeAddress.ts';
import { type Visitor, visitorOf } from '../../../office/signIn/visitorOf.ts';
import { nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, Page } from '../frame/frontDesk.ts';
import { browserHalf, giveHalf, takeHalf } from './browserHalf.ts';
import { goIn } from './linkPage.ts';
import { withTo } from './ownPath.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';
import { waitPage } from './waitPage.ts';
import { youTrail } from './youTrail.ts';

const HERE = '/me/address';

/** `/me/address`: another mail address. A link to it must come back here, and the old one is told. */
export const addressPage = (house: SignHouse): Hono<Env> =>
  new Hono<Env>()
    .get(HERE, (c) =>
      ownPage(c, house, HERE, (visitor) =>
        freshSignIn(visitor.since, house.now())
          ? show(c, house, askHtml(visitor.address))
          : c.redirect(withTo('/sign-in/again', HERE), 303),
      ),
    )
    .post(HERE, (c) =>
      ownPage(c, house, HERE, async (visitor) => {
        const { address } = await sentForm(c);
        const typed = typeof address === 'string' ? address : '';
        const asked = await askForAddress(house, visitor, {
          typed,
          half: giveHalf(c, house),
          headers: c.req.raw.headers,
        });
        if (asked.kind === 'wait') return waitPage(c, house, asked.seconds);
        if (asked.kind === 'sign in again') return c.redirect(withTo('/sign-in/again', HERE), 303);
        if (asked.kind === 'asked') return show(c, house, sentHtml);
        return show(c, house, { status: 422, ...askHtml(visitor.address, { typed, why: asked.kind }) });
      }),
    )
    .get('/me/address/link', (c) => {
      const mailed = c.req.query('half');
      if (!isHalf(mailed) || browserHalf(c, house) === undefined)
        return show(c, house, { status: 403, ...notGoodHtml });
      return ownPage(c, house, HERE, () => show(c, house, buttonHtml(mailed)));
    })
    .post('/me/address/link', (c) =>
      ownPage(c, house, HERE, async (visitor) => {
        const { half: mailed } = await sentForm(c);
        const half = browserHalf(c, house);
        const both =
          typeof mailed === 'string' && isHalf(mailed) && half !== undefined
            ? { mailed, half, headers: c.req.raw.headers }
            : undefined;
        const changed = both ? await changeAddress(house, visitor, both) : 'not good';
        if (changed !== 'changed') return show(c, house, { status: 403, ...notGoodHtml });
        takeHalf(c, house);
        return c.redirect('/me/sessions', 303);
      }),
    );

const ownPage = async (
  c: Page,
  house: SignHouse,
  to: string,
  answer: (visitor: Visitor) => Response | Promise<Response>,
): Promise<Response> => {
  const visitor = await visitorOf(house, c.get('visit').session);
  if (!visitor) return c.redirect(withTo('/sign-in', to), 303);
  return visitor.step === 'in' ? answer(visitor) : goIn(c, { step: visitor.step, setCookies: [] }, to);
};

const REFUSED: Readonly<Record<string, string>> = {
  'no address': 'This is no mail address that we can write to.',
  'the same': 'This is your address already.',
  'use your passkey': 'Sign in with your passkey first.',
};

const askHtml = (address: string, refused?: { readonly typed: string; readonly why: string }): Content => ({
  ...{ title: 'Another mail address', trail: youTrail },
  headline: 'Another mail address',
  lede: html`Now it is <strong>${seen(address)}</strong>. It is changed once the link that we mail to the new one was
opened here; the old one is told.`,
  body: html`<form method="post" action="${HERE}" class="card pad sign">
${refused === undefined ? nothing : html`<p class="note fails" role="alert">${REFUSED[refused.why]}</p>`}
<label for="address">New mail address</label>
<input id="address" name="address" type="email" required maxlength="254" autocomplete="email" autocapitalize="none"
spellcheck="false" value="${refused?.typed ?? ''}">
<div class="buttons"><button class="main">Mail a link to it</button></div></form>
<p class="soft small">All your other sessions end with the change.</p>`,
});

const sentHtml: Content = {
  title: 'Look into your mail',
  headline: 'Look into the new mailbox',
  lede: 'If the address can be yours, a link is on its way to it. Open it in this browser within ten minutes.',
  body: html`<p class="card pad">Until then nothing is changed. If no mail comes, the address may belong to another person of
the programme already.</p>`,
};

const buttonHtml = (mailed: string): Content => ({
  title: 'Change the address',
  headline: 'Take the new address?',
  lede: 'You read your mail there: that is proven now. The old address gets a last mail that says so.',
  body: html`<form method="post" action="/me/address/link" class="card pad sign">
<input type="hidden" name="half" value="${mailed}"><button class="main" autofocus>Change my address</button></form>`,
});

const notGoodHtml: Content = {
  title: 'No longer good',
  headline: 'This link is no longer good',
  lede: 'It was used already, is older than ten minutes, or was asked for in another browser. Your address is as it was.',
  body: html`<p class="buttons"><a class="button main" href="${HERE}">Ask for a new link</a></p>`,
};
