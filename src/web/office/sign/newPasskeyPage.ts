import { Hono } from 'hono';
import { html } from 'hono/html';
import { addPasskey, type MayAdd, mayAddPasskey } from '../../../office/signIn/addPasskey.ts';
import { type Visitor, visitorOf } from '../../../office/signIn/visitorOf.ts';
import { nothing } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, Page } from '../frame/frontDesk.ts';
import { browserHalf, giveHalf } from './browserHalf.ts';
import { goIn } from './linkPage.ts';
import { ownPath, withTo } from './ownPath.ts';
import { passkeyNotes } from './passkeyPage.ts';
import { show } from './show.ts';
import type { SignHouse } from './signHouse.ts';
import { youTrail } from './youTrail.ts';

/** `/me/passkeys/new`: a passkey for this device. The first of a mentor is registered here, right after the first link. */
export const newPasskeyPage = (house: SignHouse): Hono<Env> =>
  new Hono<Env>()
    .get('/me/passkeys/new', async (c) => {
      const to = ownPath(c.req.query('to'));
      const visitor = await visitorOf(house, c.get('visit').session);
      if (!visitor) return c.redirect(withTo('/sign-in', '/me/passkeys/new'), 303);
      const may = mayAddPasskey(house, visitor);
      return may === 'yes' ? show(c, house, newHtml({ to, visitor })) : notNow(c, may);
    })
    .post('/me/passkeys/options', async (c) => {
      c.header('cache-control', 'no-store');
      const visitor = await visitorOf(house, c.get('visit').session);
      if (!visitor || mayAddPasskey(house, visitor) !== 'yes') return c.json({}, 403);
      return c.json((await house.signIn.creationOptions(visitor, giveHalf(c, house))) as object);
    })
    .post('/me/passkeys', async (c) => {
      const { answer, name, to: wanted } = await sentForm(c);
      const to = ownPath(wanted);
      const visitor = await visitorOf(house, c.get('visit').session);
      if (!visitor) return c.redirect(withTo('/sign-in', '/me/passkeys/new'), 303);
      const added = await addPasskey(house, visitor, {
        answer: typeof answer === 'string' ? answer : '',
        half: browserHalf(c, house) ?? '',
        name: typeof name === 'string' ? name : '',
        headers: c.req.raw.headers,
      });
      if (added.kind === 'not good') return show(c, house, { status: 422, ...newHtml({ to, visitor, refused: true }) });
      if (added.kind !== 'added') return notNow(c, added.kind);
      return goIn(c, { step: 'in', setCookies: added.setCookies }, to === '/' ? '/me/sessions' : to);
    });

const notNow = (c: Page, may: Exclude<MayAdd, 'yes'>): Response =>
  c.redirect(withTo(may === 'use your passkey' ? '/sign-in/passkey' : '/sign-in/again', '/me/passkeys/new'), 303);

interface NewView {
  readonly to: string;
  readonly visitor: Visitor;
  readonly refused?: boolean;
}

const newHtml = ({ to, visitor, refused }: NewView): Content => {
  const must = visitor.step === 'register a passkey';
  return {
    title: 'A passkey',
    ...(must ? {} : { trail: youTrail }),
    headline: must ? 'One more thing before you come in: a passkey' : 'A passkey for this device',
    lede: must
      ? html`You will read and decide what is other people’s. From now on a link alone does not let you in: whoever reads
your mail must not become you.`
      : 'With it you sign in without a mail: your device asks for a finger, a face or its PIN.',
    body: html`${refused === true ? notKept : nothing}
<form method="post" action="/me/passkeys" class="card pad sign" data-passkey="create" data-options="/me/passkeys/options">
<label for="name">What you call it</label>
<input id="name" name="name" maxlength="60" autocomplete="off" placeholder="the laptop">
<input type="hidden" name="answer"><input type="hidden" name="to" value="${to}">
<div class="buttons"><button class="main">Make a passkey</button></div>
${passkeyNotes}
</form>
<p class="soft small">Only its public half comes here. Make a second one on another device, in case you lose this one.</p>
${must ? html`<form method="post" action="/sign-out"><button>Sign out instead</button></form>` : nothing}`,
    scripts: ['passkey.js'],
  };
};

const notKept = html`<p class="note fails" role="alert">This passkey was not kept: it is registered already, or the page
had stood open for more than ten minutes. Try once more.</p>`;
