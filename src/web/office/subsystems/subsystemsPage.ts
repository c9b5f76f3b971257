import { Hono } from 'hono';
import { html } from 'hono/html';
import { MOST_SUBSYSTEMS } from '../../../core/programme/mayChoose.ts';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { chooseSubsystem } from '../../../office/subsystems/chooseSubsystem.ts';
import { leaveSubsystem } from '../../../office/subsystems/leaveSubsystem.ts';
import { readCatalogue } from '../../../office/subsystems/readCatalogue.ts';
import { readChoices } from '../../../office/subsystems/readChoices.ts';
import { seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { comparedHtml, MOST_COMPARED } from './comparedHtml.ts';
import { subsystemsHtml, subsystemsSentence } from './subsystemsHtml.ts';

/** A mentee's choice of two subsystems, with what each is like; `?name=` lays cards side by side. */
export const subsystemsPage = (desk: FrontDesk): Hono<Env> => {
  const at = '/:programme/:term/subsystems';
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      const { asker, person } = c.get('visit');
      if (!term || !person || !mayDo(asker, { do: 'choose-subsystems', term: term.id }).may)
        return nothingHere(c, desk);
      const choices = await readChoices(desk.office, asker, { term: term.id });
      const catalogue = await readCatalogue(desk.office, term.programme.id);
      const shown = c.req.queries('name')?.slice(0, MOST_COMPARED) ?? [];
      const compared = catalogue.cards.filter(({ name }) => shown.includes(name));
      const view = { choices, catalogue, at: termAddress(term), zone: person.zone, now: desk.office.now() };
      if (compared.length > 0) {
        return show(c, desk, {
          ...{ term, here: `${view.at}/subsystems`, title: 'Subsystems', body: comparedHtml(compared, view) },
          headline: seen(compared.map(({ name }) => name).join(' beside ')),
          lede: compared.length > 1 ? 'What each is like for a newcomer.' : 'What it is like for a newcomer.',
          trail: html`<a href="${view.at}/subsystems">Subsystems</a>`,
        });
      }
      return show(c, desk, {
        ...{ term, here: `${view.at}/subsystems`, title: 'Subsystems', headline: subsystemsSentence(view) },
        lede: `At most ${MOST_SUBSYSTEMS} at once. You can change your mind; why is kept, so that the next can learn from it.`,
        body: subsystemsHtml(view),
      });
    })
    .post(at, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const name = textIn(await sentForm(c), 'name');
      const known = new Set((await readCatalogue(desk.office, term.programme.id)).names);
      const chosen = await chooseSubsystem(desk.office, c.get('visit').asker, { term: term.id, name, names: known });
      return chosen.kind === 'refused'
        ? refusedPage(c, desk, chosen.because)
        : c.redirect(`${termAddress(term)}/subsystems`, 303);
    })
    .post(`${at}/leave`, async (c) => {
      const term = await termOf(c, desk);
      if (!term) return nothingHere(c, desk);
      const form = await sentForm(c);
      const order = { term: term.id, name: textIn(form, 'name'), reason: textIn(form, 'reason') };
      const left = await leaveSubsystem(desk.office, c.get('visit').asker, order);
      return left.kind === 'refused'
        ? refusedPage(c, desk, left.because)
        : c.redirect(`${termAddress(term)}/subsystems`, 303);
    });
};
