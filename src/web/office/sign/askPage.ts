import { Hono } from 'hono';
import { html } from 'hono/html';
import { askForLink } from '../../../office/signIn/askForLink.ts';
import { visitorOf } from '../../../office/signIn/visitorOf.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env } from '../frame/frontDesk.ts';
import { giveHalf } from './browserHalf.ts';
import { ownPath, withTo } from './ownPath.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';
import { waitPage } from './waitPage.ts';

/** `/sign-in`: one's address, and a link is mailed there. Needs no JavaScript. */
export const askPage = (house: SignHouse): Hono<Env> =>
  new Hono<Env>()
    .get('/sign-in', async (c) => {
      const visitor = await visitorOf(house, c.get('visit').session);
      return show(c, house, askHtml({ to: ownPath(c.req.query('to')), as: visitor?.address }));
    })
    .get('/sign-in/again', async (c) => {
      const visitor = await visitorOf(house, c.get('visit').session);
      const view = { to: ownPath(c.req.query('to')), again: visitor?.address ?? '' };
      return show(c, house, askHtml(view));
    })
    .post('/sign-in', async (c) => {
      const { address, to: wanted } = await sentForm(c);
      const typed = typeof address === 'string' ? address : '';
      const to = ownPath(wanted);
      const order = { typed, half: giveHalf(c, house), peer: house.peerOf(c), to, headers: c.req.raw.headers };
      const asked = await askForLink(house, order);
      if (asked.kind === 'wait') return waitPage(c, house, asked.seconds);
      if (asked.kind === 'no address') return show(c, house, { status: 422, ...askHtml({ to, refused: typed }) });
      return c.redirect('/sign-in/sent', 303);
    })
    .get('/sign-in/sent', (c) => show(c, house, sentHtml));

interface AskView {
  readonly to: string;
  /** Signed in already, with this address. */
  readonly as?: string | undefined;
  /** What was typed and is no address. */
  readonly refused?: string;
  /** Signed in with this address, too long ago for what is wanted now. */
  readonly again?: string;
}

const askHtml = ({ to, as, refused, again }: AskView): Content => ({
  title: 'Sign in',
  headline: 'Sign in with your mail address',
  lede: 'There is no password. A link is mailed to you; it works once, for ten minutes, in this browser.',
  body: html`${as === undefined ? nothing : signedInNote(as, to)}${again === undefined ? nothing : againNote}
<form method="post" action="/sign-in" class="card pad sign">
${
  refused === undefined
    ? nothing
    : html`<p class="note fails" role="alert" id="refused">This is no mail address that
we can write to. It has one @, and nothing around it: <code>ada@example.org</code></p>`
}
<label for="address">Mail address</label>
<input id="address" name="address" type="email" required maxlength="254" autocomplete="username webauthn"
autocapitalize="none" spellcheck="false" value="${refused ?? again ?? ''}"${
    refused === undefined ? nothing : html` aria-invalid="true" aria-describedby="refused"`
  }>
<input type="hidden" name="to" value="${to}">
<div class="buttons"><button class="main">Mail me a link</button>
<a class="button" href="${withTo('/sign-in/passkey', to)}">Use a passkey</a></div>
</form>
<p class="soft small">Signing in sets one cookie, which says who you are, and for ten minutes a second one, which binds
the link to this browser. There are no others.</p>`,
});

const signedInNote = (as: string, to: string): Markup => html`<p class="note holds">You are signed in as
<strong>${seen(as)}</strong>. <a href="${to}">Go on</a>, or sign in anew below.</p>`;

const againNote = html`<p class="note">What comes next changes how you come in, or what comes in
as you. So sign in once more, please: after ten minutes it could be somebody else before this browser.</p>`;

const sentHtml: Content = {
  title: 'Look into your mail',
  headline: 'Look into your mail',
  lede: 'If this address may sign in, a link is on its way to it.',
  body: html`<div class="card pad"><ul>
<li>Open the link in this browser: in another it does not work.</li>
<li>It works once, and for ten minutes. If it takes longer, <a href="/sign-in">ask for another</a>.</li>
<li>Nothing came? Look among what your mail program takes for spam, and whether the address is the one that you are
known by. To apply, a window for applications must be open.</li></ul></div>`,
};
