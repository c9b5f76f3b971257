import { Hono } from 'hono';
import { html } from 'hono/html';
import { isWordedMail, type MailWords, type WordedMail, wordedMails } from '../../../core/programme/mailWords.ts';
import { changeMailWords } from '../../../office/term/changeMailWords.ts';
import { readMailWords } from '../../../office/term/readMailWords.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { sampleMail } from '../../../office/term/sampleMail.ts';
import { formText } from '../../parts/formText.ts';
import { type Markup, nothing, seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';

const at = '/:programme/:term/organise/mails';

/** The mails of a term, each as somebody would get it, and in which words. */
export const mailsPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      return term ? showAll(c, desk, term) : nothingHere(c, desk);
    })
    .get(`${at}/:kind`, async (c) => {
      const term = await organisingIn(c, desk);
      const kind = c.req.param('kind');
      if (!term || !isWordedMail(kind)) return nothingHere(c, desk);
      const own = (await readMailWords(desk.office, term.id)).get(kind);
      return showOne(c, desk, term, { kind, words: own ?? wordedMails[kind].sample, isOwn: own !== undefined });
    })
    .post(`${at}/:kind`, (c) => change(c, desk));

async function change(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await organisingIn(c, desk);
  const kind = c.req.param('kind') ?? '';
  if (!term || !isWordedMail(kind)) return nothingHere(c, desk);
  const form = await sentForm(c);
  const typed = { subject: formText(form, 'subject'), text: formText(form, 'text') };
  const isOwn = form['own'] === '1';
  if (form['then'] === 'preview') return showOne(c, desk, term, { kind, words: typed, isOwn });
  const words = form['then'] === 'back' ? undefined : typed;
  const done = await changeMailWords(desk.office, c.get('visit').asker, { term: term.id, kind, words });
  if (done.kind === 'refused') return refusedPage(c, desk, done);
  if (done.kind === 'wrong') return showOne(c, desk, term, { kind, words: typed, isOwn, problems: done.problems });
  return c.redirect(`${termAddress(term)}/organise/mails?saved=1`, 303);
}

async function showAll(c: Page, desk: FrontDesk, term: Term): Promise<Response> {
  const own = await readMailWords(desk.office, term.id);
  const here = `${termAddress(term)}/organise/mails`;
  const kinds = Object.keys(wordedMails).filter(isWordedMail);
  return showOrganise(c, desk, term, {
    ...{ sub: '/mails', title: 'Mails', headline: 'The mails of the term, as people get them' },
    lede: 'What each is about is fixed; its words are yours.',
    done: c.req.query('saved') === '1' ? 'Saved.' : undefined,
    body: html`${kinds.map(
      (kind) =>
        html`<h2>${wordedMails[kind].name}</h2><p class="soft small">${
          own.has(kind) ? 'in your words' : 'in the words that every term has'
        } · <a href="${here}/${kind}">Change</a></p>${letter(desk, term, kind, own.get(kind))}`,
    )}`,
  });
}

const letter = (desk: FrontDesk, term: Term, kind: WordedMail, words: MailWords | undefined): Markup => {
  const { subject, text } = sampleMail(desk.office, term, kind, words);
  return html`<article class="letter"><dl class="facts"><dt>subject</dt><dd>${seen(subject)}</dd></dl>
<pre class="words" tabindex="0">${seen(text)}</pre></article>`;
};

function showOne(
  c: Page,
  desk: FrontDesk,
  term: Term,
  {
    kind,
    words,
    isOwn,
    problems = [],
  }: {
    readonly kind: WordedMail;
    readonly words: MailWords;
    readonly isOwn: boolean;
    readonly problems?: readonly string[];
  },
): Response | Promise<Response> {
  const { name, blanks, needs } = wordedMails[kind];
  const here = `${termAddress(term)}/organise/mails/${kind}`;
  return showOrganise(c, desk, term, {
    ...{ sub: '/mails', title: name, headline: name, problems },
    lede: 'Greeting and signature stand around it. A line left empty begins a new paragraph.',
    body: html`<div class="two"><form method="post" action="${here}" class="form"><input type="hidden" name="own"
value="${isOwn ? 1 : 0}">
<div class="field"><label for="subject">Subject</label><input id="subject" name="subject" value="${words.subject}" maxlength="150"
required autocomplete="off"></div>
<div class="field"><label for="text">Words</label><textarea id="text" name="text" rows="12" maxlength="4000"
required>${words.text}</textarea></div>
<p class="buttons"><button name="then" value="preview">Show how it looks</button><button class="main" name="then"
value="save">Save</button>${
      isOwn ? html`<button name="then" value="back" formnovalidate>Back to the common words</button>` : nothing
    }</p></form>
<aside><h2>What can stand in braces</h2><dl class="blanks">${Object.entries(blanks).map(
      ([blank, what]) =>
        html`<dt><code>{${blank}}</code></dt><dd>${what}${needs.includes(blank) ? '; it has to' : ''}</dd>`,
    )}</dl></aside></div><h2>As somebody would get it</h2>${letter(desk, term, kind, words)}`,
  });
}
