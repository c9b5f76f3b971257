import { Hono } from 'hono';
import { isZone } from '../../../core/programme/instantWords.ts';
import { changePerson } from '../../../office/people/changePerson.ts';
import { erasePerson, planErase } from '../../../office/privacy/erasePerson.ts';
import { exportPerson } from '../../../office/privacy/exportPerson.ts';
import { freezePerson } from '../../../office/privacy/freezePerson.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { nothingHere, refusedPage } from '../frame/troublePage.ts';
import { youTrail } from '../sign/youTrail.ts';
import { erasedHtml, eraseHtml } from './eraseHtml.ts';
import { exportHtml } from './exportHtml.ts';
import { meHtml } from './meHtml.ts';

export interface MeDesk extends FrontDesk {
  /** Notes an erased id outside the database, for backups that are restored later. */
  remember(person: string): void;
}

/** A person's own page: name and zone, everything that is kept, and the way out. */
export const mePage = (desk: MeDesk): Hono<Env> =>
  new Hono<Env>()
    .get('/me', (c) => me(c, desk))
    .post('/me', (c) => change(c, desk))
    .post('/me/freeze', async (c) => {
      const { asker } = c.get('visit');
      if (asker.id === undefined) return nothingHere(c, desk);
      const form = await sentForm(c);
      const done = await freezePerson(desk.office, asker, { person: asker.id, frozen: form['frozen'] === 'yes' });
      return done.kind === 'refused' ? refusedPage(c, desk, done) : c.redirect('/me', 303);
    })
    .post('/me/export', (c) => give(c, desk))
    .get('/me/erase', async (c) => {
      const { person } = c.get('visit');
      if (!person) return nothingHere(c, desk);
      return show(c, desk, {
        ...{ here: '/me', title: 'Erase', headline: 'This is what goes, and what stays' },
        trail: youTrail,
        lede: 'It cannot be undone. Take your data with you before, if you may want it.',
        body: eraseHtml(await planErase(desk.office, person.id)),
      });
    })
    .post('/me/erase', async (c) => {
      const { asker } = c.get('visit');
      if (asker.id === undefined) return nothingHere(c, desk);
      const form = await sentForm(c);
      if (form['sure'] !== 'erase')
        return refusedPage(c, desk, 'To erase, the word “erase” has to be written into the box.');
      const office = { ...desk.office, remember: desk.remember };
      const done = await erasePerson(office, asker, { person: asker.id });
      return done.kind === 'refused' ? refusedPage(c, desk, done) : c.html(erasedHtml(desk.assets.version));
    });

async function me(c: Page, desk: FrontDesk, wrong?: string): Promise<Response> {
  const { person } = c.get('visit');
  if (!person) return nothingHere(c, desk);
  const { frozen_at: frozenAt } = await desk.office.db
    .selectFrom('person')
    .select('frozen_at')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  return show(c, desk, {
    ...{ here: '/me', title: 'You', headline: 'What is known of you is yours' },
    lede: 'Change it, take it with you, stop it, or have it erased: by yourself, at once.',
    body: meHtml({ person, isFrozen: frozenAt !== null, wrong, isSaved: c.req.query('saved') === '1' }),
    status: wrong === undefined ? 200 : 422,
  });
}

async function change(c: Page, desk: FrontDesk): Promise<Response> {
  const { asker } = c.get('visit');
  if (asker.id === undefined) return nothingHere(c, desk);
  const form = await sentForm(c);
  const name = String(form['name'] ?? '').trim();
  const zone = String(form['zone'] ?? '').trim();
  if (name === '' || name.length > 100) return me(c, desk, 'A name has 1 to 100 characters.');
  if (!isZone(zone)) return me(c, desk, `${zone} is no time zone: Europe/Berlin is one.`);
  const done = await changePerson(desk.office, asker, { person: asker.id, name, zone });
  return done.kind === 'refused' ? refusedPage(c, desk, done) : c.redirect('/me?saved=1', 303);
}

async function give(c: Page, desk: FrontDesk): Promise<Response> {
  const { asker } = c.get('visit');
  if (asker.id === undefined) return nothingHere(c, desk);
  const form = await sentForm(c);
  const exported = await exportPerson(desk.office, asker, { person: asker.id });
  if (exported.kind === 'refused') return refusedPage(c, desk, exported);
  if (form['as'] === 'page') {
    return show(c, desk, {
      ...{ here: '/me', title: 'Your data', headline: 'Everything that is kept of you' },
      lede: 'Print it or save it; the file has the same, for programs.',
      body: exportHtml(exported),
    });
  }
  c.header('content-disposition', 'attachment; filename="patchling-export.json"');
  return c.body(JSON.stringify(exported, null, 2), 200, { 'content-type': 'application/json; charset=utf-8' });
}
