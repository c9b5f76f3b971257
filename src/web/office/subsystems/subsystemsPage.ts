import { Hono } from 'hono';
import { html } from 'hono/html';
import { MOST_SUBSYSTEMS } from '../../../core/programme/mayChoose.ts';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { numberWords } from '../../../core/programme/numberWords.ts';
import { chooseSubsystem } from '../../../office/subsystems/chooseSubsystem.ts';
import { leaveSubsystem } from '../../../office/subsystems/leaveSubsystem.ts';
import { listChosen } from '../../../office/subsystems/listChosen.ts';
import { readCatalogue } from '../../../office/subsystems/readCatalogue.ts';
import { readChoices } from '../../../office/subsystems/readChoices.ts';
import { seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { catalogueHtml } from './catalogueHtml.ts';
import { chosenHtml, chosenSentence } from './chosenHtml.ts';
import { comparedHtml, MOST_COMPARED } from './comparedHtml.ts';
import { subsystemsHtml, subsystemsSentence } from './subsystemsHtml.ts';

/** A mentee's choice of two subsystems, with what each is like; `?name=` lays cards side by side. */
export const subsystemsPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/subsystems';
  return new Hono<Env>()
    .get(at, (c) => showSubsystems(c, desk))
    .post(at, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const name = textIn(await sentForm(c), 'name');
      const known = new Set((await readCatalogue(desk.office, term.programme.id)).names);
      const chosen = await chooseSubsystem(desk.office, c.get('visit').asker, { term: term.id, name, names: known });
      return chosen.kind === 'refused'
        ? refusedPage(c, desk, chosen)
        : c.redirect(`${termAddress(term)}/subsystems`, 303);
    })
    .post(`${at}/leave`, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const order = { term: term.id, name: textIn(form, 'name'), reason: textIn(form, 'reason') };
      const left = await leaveSubsystem(desk.office, c.get('visit').asker, order);
      return left.kind === 'refused' ? refusedPage(c, desk, left) : c.redirect(`${termAddress(term)}/subsystems`, 303);
    });
};

async function showSubsystems(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await termOf(c, desk);
  const { asker, person } = c.get('visit');
  if (!term || !person) return nothingHere(c, desk);
  const order = { term: term.id };
  const mayChoose = mayDo(asker, { do: 'choose-subsystems', ...order }).may;
  const chosen = await listChosen(desk.office, asker, order);
  if (!mayChoose && !chosen) return nothingHere(c, desk);
  const choices = await readChoices(desk.office, asker, order);
  const catalogue = await readCatalogue(desk.office, term.programme.id);
  const names = c.req.queries('name')?.slice(0, MOST_COMPARED) ?? [];
  const compared = catalogue.cards.filter(({ name }) => names.includes(name));
  const filter = { like: c.req.query('like') ?? '', steep: c.req.query('steep') };
  const at = termAddress(term);
  const view = { choices, catalogue, filter, mayChoose, at, zone: person.zone, now: desk.office.now() };
  const frame = { term, here: `${at}/subsystems`, title: 'Subsystems' };
  if (compared.length > 0) {
    return show(c, desk, {
      ...{
        ...frame,
        body: comparedHtml(compared, view),
        headline: seen(compared.map(({ name }) => name).join(' beside ')),
      },
      lede: compared.length > 1 ? 'What each is like for a newcomer.' : 'What it is like for a newcomer.',
      trail: html`<a href="${at}/subsystems">Subsystems</a>`,
    });
  }
  if (chosen) {
    return show(c, desk, {
      ...{ ...frame, headline: chosenSentence(chosen) },
      lede: 'Where mentees want to work. What each subsystem is like stands below, as they see it.',
      body: html`${chosenHtml(chosen, view)}${catalogueHtml(view, [])}`,
    });
  }
  return show(c, desk, {
    ...{ ...frame, headline: subsystemsSentence(view), body: subsystemsHtml(view) },
    lede: `At most ${numberWords(MOST_SUBSYSTEMS)} at once, and you can change your mind. The mentors of this term see what
you chose, not why you left one.`,
  });
}
