import { Hono } from 'hono';
import { ownApplication } from '../../../office/apply/ownApplication.ts';
import type { Env, FrontDesk } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { termHtml, termSentence } from './termHtml.ts';

/** What a term is: its programme, dates and rules, and the way in. */
export const termPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>().get('/:programme/:term', async (c) => {
    const term = await termOf(c, desk);
    if (!term) return nothingHere(c, desk);
    const { asker, person } = c.get('visit');
    const now = desk.office.now();
    const application = await ownApplication(desk.office, asker, term.id);
    return show(c, desk, {
      ...{ term, here: termAddress(term), title: `${term.programme.name}, ${term.name}` },
      headline: termSentence(term, now),
      body: termHtml({ term, application, zone: person?.zone ?? term.zone, now, isSignedIn: person !== undefined }),
    });
  });
