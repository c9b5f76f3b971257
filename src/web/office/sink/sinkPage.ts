import { Hono } from 'hono';
import { html } from 'hono/html';
import { instantLine } from '../../../core/programme/instantWords.ts';
import type { MailSink, SunkMail } from '../../../edge/notify/mailSink.ts';
import { type Markup, seen } from '../../parts/markup.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { nothingHere } from '../frame/troublePage.ts';

/** For development: the mails that went to nobody, and may let one in. Mounted only where no SMTP server is named. */
export const sinkPage = (desk: FrontDesk, sink: Pick<MailSink, 'mails'>): Hono<Env> =>
  new Hono<Env>()
    .get('/sink', async (c) => {
      const zone = c.get('visit').person?.zone ?? 'UTC';
      return show(c, desk, {
        ...{ here: '/sink', title: 'Mails', headline: 'Mails that were sent to nobody' },
        lede: 'This server was started without an SMTP server to send by, so its mails end here; the last of them are kept.',
        body: sinkHtml(sink.mails(), zone, desk.office.now()),
      });
    })
    .get('/sink/:number{[0-9]+}', async (c) => {
      const mail = sink.mails().find(({ number }) => number === Number(c.req.param('number')));
      if (!mail) return nothingHere(c, desk);
      return show(c, desk, {
        ...{ here: '/sink', title: mail.subject, headline: html`${seen(mail.subject)}` },
        trail: html`<a href="/sink">Mails</a>`,
        body: mailHtml(mail),
      });
    });

/** Pure: the newest first. */
export const sinkHtml = (mails: readonly SunkMail[], zone: string, now: Date): Markup =>
  mails.length === 0
    ? html`<p>None yet.</p>`
    : html`<div class="scroll"><table>
<caption class="hidden-words">Mails, the newest first</caption>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">When</th></tr></thead>
<tbody>${mails.map(
        (mail) => html`<tr><td><a href="/sink/${mail.number}">${subjectOf(mail)}</a></td>
<td>${seen(mail.to.join(', '))}</td><td>${instantLine(mail.at, zone, now)}</td></tr>`,
      )}</tbody>
</table></div>`;

/** Text and links of our own as they came; an address in it is a link where it begins with http. */
export const mailHtml = (mail: SunkMail): Markup => html`<dl class="fields">
<dt>From</dt><dd>${seen(mail.from)}</dd>
<dt>To</dt><dd>${seen(mail.to.join(', '))}</dd>
<dt>Message-ID</dt><dd>${seen(mail.messageId)}</dd></dl>
<pre class="pad">${linked(mail.text)}</pre>`;

const subjectOf = ({ subject }: SunkMail): string => (subject === '' ? '(no subject)' : seen(subject));

const linked = (text: string): Markup[] =>
  text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((piece, at) =>
      at % 2 === 1 ? html`<a href="${piece}" rel="noopener nofollow">${seen(piece)}</a>` : html`${seen(piece)}`,
    );
