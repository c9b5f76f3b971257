import { Hono } from 'hono';
import { MOST_SUBSYSTEMS } from '../../../core/programme/mayChoose.ts';
import { mayDo } from '../../../core/programme/mayDo.ts';
import { chooseSubsystem } from '../../../office/subsystems/chooseSubsystem.ts';
import { leaveSubsystem } from '../../../office/subsystems/leaveSubsystem.ts';
import { readChoices } from '../../../office/subsystems/readChoices.ts';
import { sampleSubsystems } from '../../../office/subsystems/sampleSubsystems.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { textIn } from '../queue/textIn.ts';
import { subsystemsHtml, subsystemsSentence } from './subsystemsHtml.ts';

/** A mentee's choice of two subsystems. `names` are what can be chosen: sections of MAINTAINERS. */
export const subsystemsPage = (desk: FrontDesk, names: readonly string[] = sampleSubsystems): Hono<Env> => {
  const at = '/:programme/:term/subsystems';
  const known = new Set(names);
  return new Hono<Env>()
    .get(at, async (c) => {
      const term = await termOf(c, desk);
      const { asker, person } = c.get('visit');
      if (!term || !person || !mayDo(asker, { do: 'choose-subsystems', term: term.id }).may)
        return nothingHere(c, desk);
      const choices = await readChoices(desk.office, asker, { term: term.id });
      const view = { choices, names, at: termAddress(term), zone: person.zone, now: desk.office.now() };
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
