import { Hono } from 'hono';
import { html } from 'hono/html';
import { copyTerm } from '../../../office/term/copyTerm.ts';
import { readTerm, type Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import type { Markup } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';

const at = '/:programme/:term/organise/copy';

interface Typed {
  readonly name: string;
  readonly slug: string;
  readonly weeks: string;
}

/** A next term like this one. */
export const copyPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      return term ? showCopy(c, desk, term, { name: '', slug: '', weeks: '26' }, []) : nothingHere(c, desk);
    })
    .post(at, async (c) => {
      const term = await organisingIn(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const typed = { name: formText(form, 'name'), slug: formText(form, 'slug'), weeks: formText(form, 'weeks') };
      const order = { ...typed, term: term.id, weeks: Number(typed.weeks) };
      const made = await copyTerm(desk.office, c.get('visit').asker, order);
      if (made.kind === 'refused') return showCopy(c, desk, term, typed, [made.because]);
      const next = await readTerm(desk.office, made.id);
      return c.redirect(next ? `${termAddress(next)}/organise` : '/', 303);
    });

const showCopy = (
  c: Page,
  desk: FrontDesk,
  term: Term,
  typed: Typed,
  problems: readonly string[],
): Response | Promise<Response> =>
  showOrganise(c, desk, term, {
    ...{ sub: '/copy', title: 'Copy this term', headline: 'A next term like this one', problems },
    lede:
      'Its tasks, chapters and questions, all dates later by so many weeks. Nobody of this term is in it but you, '
      + 'and only its team sees it until it is shown.',
    body: form(typed, `${termAddress(term)}/organise/copy`),
  });

const form = (
  { name, slug, weeks }: Typed,
  here: string,
): Markup => html`<form method="post" action="${here}" class="form">
<div class="field"><label for="name">Name</label><input id="name" name="name" value="${name}" maxlength="80" required
autocomplete="off"></div>
<div class="field"><label for="slug">Last part of its address</label><input id="slug" name="slug" value="${slug}"
pattern="[a-z0-9\\-]{1,60}" required
autocomplete="off" aria-describedby="slug-hint"><p class="hint" id="slug-hint">Small letters, digits and hyphens:
autumn-2027.</p></div>
<div class="fields"><div class="narrow"><label for="weeks">Weeks later</label><input id="weeks" name="weeks" type="number"
min="1" max="520"
value="${weeks}" required></div><button class="main">Make it</button></div></form>`;
