import { Hono } from 'hono';
import { html } from 'hono/html';
import { changeProgramme, programmeLimits } from '../../../office/term/changeProgramme.ts';
import type { Term } from '../../../office/term/readTerms.ts';
import { formText } from '../../parts/formText.ts';
import { markdownHtml } from '../../parts/markdownHtml.ts';
import { type Markup, nothing } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { termAddress } from '../frame/termAddress.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { organisingIn, showOrganise } from './organisingIn.ts';

const at = '/:programme/:term/organise/words';

interface Words {
  readonly name: string;
  readonly words: string;
  readonly disclosurePolicy: string;
}

/** What the programme says of itself, with how it will look before it is kept. */
export const wordsPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get(at, async (c) => {
      const term = await organisingIn(c, desk);
      return term ? showWords(c, desk, term, { words: term.programme }) : nothingHere(c, desk);
    })
    .post(at, async (c) => {
      const term = await organisingIn(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const { name, words, disclosurePolicy } = {
        ...{ name: formText(form, 'name'), words: formText(form, 'words') },
        disclosurePolicy: formText(form, 'disclosurePolicy'),
      };
      const given = { name, words, disclosurePolicy };
      if (form['then'] === 'preview') return showWords(c, desk, term, { words: given, isPreview: true });
      const done = await changeProgramme(desk.office, c.get('visit').asker, { term: term.id, ...given });
      if (done.kind === 'refused') return showWords(c, desk, term, { words: given, problems: [done.because] });
      return c.redirect(`${termAddress(term)}/organise/words?saved=1`, 303);
    });

function showWords(
  c: Page,
  desk: FrontDesk,
  term: Term,
  {
    words,
    problems = [],
    isPreview = false,
  }: { readonly words: Words; readonly problems?: readonly string[]; readonly isPreview?: boolean },
): Response | Promise<Response> {
  return showOrganise(c, desk, term, {
    ...{ sub: '/words', title: 'Words', headline: 'What the programme says of itself', problems },
    lede: 'For all terms of the programme. Markdown; HTML in it is shown as text.',
    done: c.req.query('saved') === '1' && problems.length === 0 && !isPreview ? 'Saved.' : undefined,
    body: html`${isPreview ? preview(words) : nothing}${form(words, `${termAddress(term)}/organise/words`)}`,
  });
}

const preview = ({
  words,
  disclosurePolicy,
}: Words): Markup => html`<section class="card pad preview" aria-label="How it looks">
${markdownHtml(words)}<h2>Tools that write</h2>${markdownHtml(disclosurePolicy)}</section>`;

const form = (
  { name, words, disclosurePolicy }: Words,
  here: string,
): Markup => html`<form method="post" action="${here}" class="form">
<div class="field"><label for="name">Name</label><input id="name" name="name" value="${name}" maxlength="${programmeLimits.name}"
required autocomplete="off"></div>
<div class="field"><label for="words">Words</label><textarea id="words" name="words" rows="12" required>${words}</textarea></div>
<div class="field"><label for="disclosurePolicy">What one may use tools for, and must say of it</label>
<textarea id="disclosurePolicy" name="disclosurePolicy" rows="5" required>${disclosurePolicy}</textarea></div>
<p class="buttons"><button name="then" value="preview">Show how it looks</button><button class="main">Save</button></p></form>`;
