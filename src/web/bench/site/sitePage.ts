import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { sentence } from '../../../core/sentence.ts';
import { seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { type Place, placeText, readPlace, siteAddress } from './siteAddress.ts';
import { siteHtml } from './siteHtml.ts';
import { siteView } from './siteView.ts';

/** `/site?at=drivers/gpu/drm/gud/gud_pipe.c:73`: the main job, from the place to the patch. */
export const sitePage = (desk: Desk): Hono =>
  new Hono()
    .get('/site', async (c) => showSitePage(c, desk, readPlace(c.req.query('at'))))
    .post('/site/check', async (c) => {
      const place = readPlace(String((await sentForm(c))['at'] ?? ''));
      const { place: exact, draft } = await siteView(desk, place);
      desk.jobs.begin({
        name: 'checkSite',
        order: { tree: desk.tree.folder, place: exact, patch: draft?.patch },
        key: `check ${placeText(exact)}`,
        title: `Checking ${placeText(exact)}`,
        at: siteAddress(exact),
        onDone: (checks) => desk.compiled.set(placeText(exact), checks),
      });
      return c.redirect(siteAddress(exact), 303);
    });

const showSitePage = async (c: Context, desk: Desk, place: Place): Promise<Response> => {
  const view = await siteView(desk, place);
  const { site, title } = view;
  const job = desk.jobs.running(`check ${placeText(view.place)}`);
  return show(c, desk, {
    here: '/find',
    title: placeText(place),
    trail: html`<a href="/find">Find</a> · <a href="/rules/${site.rule}">${site.rule}</a>`,
    headline: seen(`${site.path}:${site.line}`),
    lede: seen([title, ...(site.fix === 'ready' ? site.because : [])].map(sentence).join(' ')),
    body: siteHtml(view, job, desk.standing.work === 'practice'),
    scripts: ['why.js', 'stream.js'],
  });
};
