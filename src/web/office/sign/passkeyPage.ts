import { Hono } from 'hono';
import { html } from 'hono/html';
import { askForPasskey, usePasskey } from '../../../office/signIn/usePasskey.ts';
import { visitorOf } from '../../../office/signIn/visitorOf.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env } from '../frame/frontDesk.ts';
import { browserHalf, giveHalf } from './browserHalf.ts';
import { goIn } from './linkPage.ts';
import { ownPath } from './ownPath.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';
import { waitPage } from './waitPage.ts';

/** `/sign-in/passkey`: with a passkey, and without typing anything. */
export const passkeyPage = (house: SignHouse): Hono<Env> =>
  new Hono<Env>()
    .get('/sign-in/passkey', async (c) => {
      const visitor = await visitorOf(house, c.get('visit').session);
      const must = visitor?.step === 'use your passkey' ? visitor.address : undefined;
      return show(c, house, signInHtml({ to: ownPath(c.req.query('to')), must }));
    })
    .post('/sign-in/passkey/options', async (c) => {
      const asked = await askForPasskey(house, { half: giveHalf(c, house), peer: house.peerOf(c) });
      c.header('cache-control', 'no-store');
      return asked.kind === 'wait' ? c.json({ wait: asked.seconds }, 429) : c.json(asked.options as object);
    })
    .post('/sign-in/passkey', async (c) => {
      const { answer, to: wanted } = await sentForm(c);
      const to = ownPath(wanted);
      const half = browserHalf(c, house);
      const known = { answer: typeof answer === 'string' ? answer : '', half: half ?? '', headers: c.req.raw.headers };
      const came = half === undefined ? { kind: 'not good' as const } : await usePasskey(house, known);
      if (came.kind === 'wait') return waitPage(c, house, came.seconds);
      if (came.kind === 'not good') return show(c, house, { status: 403, ...signInHtml({ to, refused: true }) });
      return goIn(c, came, to);
    });

interface SignInView {
  readonly to: string;
  /** Came by a link, with this address, and a passkey is asked for now. */
  readonly must?: string | undefined;
  readonly refused?: boolean;
}

const signInHtml = ({ to, must, refused }: SignInView): Content => ({
  title: 'Sign in with a passkey',
  headline: must === undefined ? 'Sign in with your passkey' : 'And now your passkey',
  lede:
    must === undefined
      ? 'Your device asks for a finger, a face or its PIN. Nothing needs to be typed, and nothing is mailed.'
      : html`You are <strong>${seen(must)}</strong>. What you read and decide here is other people’s, so a link alone is
not enough.`,
  body: html`${refused === true ? notTaken : nothing}
<form method="post" action="/sign-in/passkey" class="card pad sign" data-passkey="get"
data-options="/sign-in/passkey/options">
<input type="hidden" name="answer"><input type="hidden" name="to" value="${to}">
<button class="main" autofocus>Use my passkey</button>
${passkeyNotes}
</form>
<p class="soft small">${
    must === undefined
      ? html`No passkey at hand? <a href="/sign-in">Have a link mailed to you</a>.`
      : html`Lost it? Write to an organiser of your term, or to whoever keeps this server: once they are sure that it is you
they take it away, and the next link that you ask for lets you make another. Nothing that you did is lost.`
  }</p>${must === undefined ? nothing : html`<form method="post" action="/sign-out"><button>Sign out instead</button></form>`}`,
  scripts: ['passkey.js'],
});

const notTaken = html`<p class="note fails" role="alert">This passkey was not taken. Perhaps it was removed here, or the
page had stood open for more than ten minutes: try once more.</p>`;

/** Where the client's code says what went wrong, and what is said where there is none. */
export const passkeyNotes: Markup = html`<p class="doing small" role="status" data-said></p>
<noscript><p class="note">Passkeys need JavaScript; everything else here works without.</p></noscript>`;
