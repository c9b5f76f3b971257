import { html } from 'hono/html';
import { capital } from '../../../core/capital.ts';
import { counted } from '../../../core/counted.ts';
import { browserWords } from '../../../core/programme/browserWords.ts';
import { securityEvents } from '../../../core/programme/securityEvent.ts';
import type { ListedPasskey } from '../../../edge/signIn/passkeyRows.ts';
import type { ListedSession } from '../../../edge/signIn/sessions.ts';
import type { NotedEvent } from '../../../office/signIn/readSecurity.ts';
import type { Visitor } from '../../../office/signIn/visitorOf.ts';
import { agoWords } from '../../parts/agoWords.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import type { Content } from '../../parts/page.ts';
import { verdictMark } from '../../parts/verdictMark.ts';
import { youTrail } from './youTrail.ts';

/** Why something was not done. */
export interface Said {
  readonly status: 403 | 404 | 422;
  readonly words: string;
}

export interface SessionsView {
  readonly visitor: Visitor;
  readonly sessions: readonly ListedSession[];
  readonly passkeys: readonly ListedPasskey[];
  /** The latest first. */
  readonly events: readonly NotedEvent[];
  readonly now: Date;
  readonly said?: Said;
}

/** Where one is signed in, and with what one comes in. Pure. */
export const sessionsHtml = ({ visitor, sessions, passkeys, events, now, said }: SessionsView): Content => ({
  ...{ title: 'Where you are signed in', trail: youTrail },
  headline:
    sessions.length < 2
      ? 'You are signed in here only'
      : `${capital(counted(sessions.length, 'browser'))} are signed in as you`,
  lede: html`As <strong>${seen(visitor.address)}</strong>. What you do not know, end: it is out at once.`,
  body: html`${said === undefined ? nothing : html`<p class="note fails" role="alert">${said.words}</p>`}
<section class="card" aria-label="Sessions">${sessions.map((one) => sessionRow(one, visitor.id, now))}</section>
<div class="buttons">
${
  sessions.length < 2
    ? nothing
    : html`<form method="post" action="/me/sessions/end-others"><button>Sign out everywhere else</button></form>`
}
<form method="post" action="/me/sessions/end-all"><button>Sign out everywhere, here too</button></form>
</div>
<h2>Passkeys</h2>
${passkeyList(passkeys, now)}
<p class="buttons"><a class="button" href="/me/passkeys/new">Add a passkey</a></p>
<h2>Mail address</h2>
<div class="card"><div class="row"><div class="words"><span>${seen(visitor.address)}</span>
<span class="soft small">Links to sign in, and all mails of the programme, go there.</span></div>
<a class="button" href="/me/address">Change it</a></div></div>
<h2>What happened lately</h2>
${eventList(events, now)}
<p class="soft small">Kept for a year. What you do not know was perhaps not you: end all sessions, and look at your passkeys and
<a href="/me/tokens">tokens</a>.</p>`,
});

const agoText = (at: Date, now: Date): string =>
  now.getTime() - at.getTime() < 60_000 ? 'just now' : agoWords(at.toISOString(), now);

const ago = (at: Date, now: Date): Markup => html`<time datetime="${at.toISOString()}">${agoText(at, now)}</time>`;

const HOUR_MS = 60 * 60 * 1000;

const sessionRow = ({ id, level, userAgent, since, seen: last }: ListedSession, here: string, now: Date): Markup => {
  const isHere = id === here;
  const words = browserWords(userAgent);
  const lately = now.getTime() - last.getTime() < HOUR_MS;
  return html`<div class="row"><div class="words"><span><strong>${words}</strong>${
    isHere ? html` ${verdictMark('holds', 'this one')}` : nothing
  }</span>
<span class="soft small">signed in ${ago(since, now)} ${level === 'passkey' ? 'with a passkey' : 'by a link'},
last seen ${lately ? 'within the last hour' : ago(last, now)}</span></div>
<form method="post" action="/me/sessions/end"><input type="hidden" name="id" value="${id}">
<button aria-label="${isHere ? 'Sign out here' : `End the session of ${words}, signed in ${agoText(since, now)}`}">${
    isHere ? 'Sign out' : 'End'
  }</button></form></div>`;
};

const noPasskeys = html`<p class="card pad">None yet. With one you sign in without waiting for a mail, and nobody who
reads your mail can.</p>`;

const passkeyList = (passkeys: readonly ListedPasskey[], now: Date): Markup =>
  passkeys.length === 0
    ? noPasskeys
    : html`<section class="card" aria-label="Passkeys">${passkeys.map((one) => passkeyRow(one, now))}</section>`;

const passkeyRow = ({ id, name, since, used }: ListedPasskey, now: Date): Markup => html`<div class="row">
<form method="post" action="/me/passkeys/name" class="words passkey-name"><input type="hidden" name="id" value="${id}">
<input name="name" maxlength="60" required value="${seen(name)}" aria-label="Name of the passkey"><button>Rename</button>
<span class="soft small">added ${ago(since, now)},
${used === undefined ? 'not used yet' : html`used ${ago(used, now)}`}</span></form>
<form method="post" action="/me/passkeys/remove"><input type="hidden" name="id" value="${id}">
<button aria-label="Remove the passkey ${seen(name)}">Remove</button></form></div>`;

const eventList = (events: readonly NotedEvent[], now: Date): Markup =>
  events.length === 0
    ? html`<p class="card pad">Nothing yet.</p>`
    : html`<section class="card" aria-label="What happened lately">${events.map((one) => eventRow(one, now))}</section>`;

const eventRow = ({ event, what, browser, at, times }: NotedEvent, now: Date): Markup => html`<div class="row">
<div class="words"><span>${securityEvents[event]}${whatWords(what)}${
  times > 1 ? html`, ${counted(times, 'time')}` : nothing
}</span><span class="soft small">${ago(at, now)}${browser === '' ? nothing : html`, ${seen(browser)}`}</span></div></div>`;

/** `POST …/decide`: which kind of page. */
const whatWords = (what: string): Markup =>
  what === '' ? nothing : html`: <code>${seen(what.replace('/:programme/:term', '…'))}</code>`;
