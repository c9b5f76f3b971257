import { Hono } from 'hono';
import { html } from 'hono/html';
import { isMailKind, isMailWish, type MailWish, type PersonMailKind } from '../../../core/programme/mail/mailKind.ts';
import { mailWishes, setMailWish } from '../../../office/mailWishes.ts';
import type { Markup } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';

/** A person's own: which mails they want. */
export const mailWishesPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get('/me/mails', async (c) => {
      const { person } = c.get('visit');
      if (!person) return nothingHere(c, desk);
      return show(c, desk, {
        ...{ here: '/me', title: 'Mails', headline: 'Which mails you want' },
        trail: html`<a href="/me">You</a>`,
        lede: 'What you change counts for mails from now on.',
        body: wishesHtml(await mailWishes(desk.office, person.id)),
      });
    })
    .post('/me/mails', async (c) => {
      const { person } = c.get('visit');
      if (!person) return nothingHere(c, desk);
      const form = await sentForm(c);
      const said = Object.entries(form).flatMap(([kind, wish]) =>
        isMailKind(kind) && typeof wish === 'string' && isMailWish(wish) ? [{ kind, wish }] : [],
      );
      const refused = await desk.office.db.transaction().execute(async (trx) => {
        for (const one of said) {
          const answer = await setMailWish(trx, desk.office, { person: person.id, ...one });
          if (answer.kind === 'refused') return answer;
        }
        return undefined;
      });
      return refused ? refusedPage(c, desk, refused) : c.redirect('/me/mails', 303);
    });

const KINDS: { readonly [Kind in PersonMailKind]: string } = {
  'sign-in': 'Your link to sign in',
  'application-received': 'That your application arrived',
  'application-accepted': 'That you are accepted',
  'application-declined': 'That your application is declined',
  'application-waiting': 'That you are on the waiting list',
  'submission-received': 'That what you handed in arrived',
  'submission-answered': 'A mentor’s answer to it',
  'likeness-asked': 'A question about something that is much like another’s',
  'dates-changed': 'That a date of your term changed',
  'task-given': 'A task for you alone',
  'deadline-extended': 'A later deadline for you',
  'question-answered': 'The answer to a question of yours',
  'mail-refused': 'Why a mail of yours could not be taken',
  digest: 'The day’s mails in one',
  'task-released': 'That a task can be read now',
  'deadline-reminder': 'A deadline that comes near',
  invitation: 'An invitation to another term',
};

const WISHES: readonly (readonly [MailWish, string])[] = [
  ['wanted', 'at once'],
  ['digest', 'once a day, in one mail'],
  ['never', 'never'],
];

const wishesHtml = (wishes: Awaited<ReturnType<typeof mailWishes>>): Markup => html`<form method="post" class="form">
${wishes.filter(({ isRefusable }) => isRefusable).map(choice)}
<div class="buttons"><button class="main">Save</button></div></form>
<h2>Sent always</h2>
<p class="soft">They answer something that you did, or decide on it.</p>
<ul>${wishes.filter(({ isRefusable }) => !isRefusable).map(({ kind }) => html`<li>${KINDS[kind]}</li>`)}</ul>`;

const choice = ({ kind, wish }: { readonly kind: PersonMailKind; readonly wish: MailWish }): Markup =>
  html`<fieldset class="answer"><legend>${KINDS[kind]}</legend>${WISHES.map(
    ([value, words]) =>
      html`<label><input type="radio" name="${kind}" value="${value}"${
        value === wish ? html` checked` : ''
      }> ${words}</label>\n`,
  )}</fieldset>`;
