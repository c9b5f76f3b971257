import { Hono } from 'hono';
import { exportApplications } from '../../../office/decide/exportApplications.ts';
import { readProgress } from '../../../office/term/readProgress.ts';
import { sentForm } from '../../parts/sentForm.ts';
import { placesLine } from '../decide/decideHtml.ts';
import type { Env, FrontDesk, Page } from '../frame/frontDesk.ts';
import { show } from '../frame/show.ts';
import { termAddress } from '../frame/termAddress.ts';
import { termOf } from '../frame/termOf.ts';
import { nothingHere } from '../frame/troublePage.ts';
import { progressHtml, progressSentence } from './progressHtml.ts';

/** Where everybody is, for lead mentors and organisers; and the table of applications to take out. */
export const progressPage = (desk: FrontDesk): Hono<Env> =>
  new Hono<Env>()
    .get('/:programme/:term/progress', async (c) => {
      const term = await termOf(c, desk);
      const progress = term && (await readProgress(desk.office, c.get('visit').asker, term.id));
      if (!term || !progress) return nothingHere(c, desk);
      const now = desk.office.now();
      const at = termAddress(term);
      return show(c, desk, {
        ...{ term, here: `${at}/progress`, title: 'Where all are', headline: progressSentence(progress, now) },
        lede: placesLine(progress.places),
        body: progressHtml({ progress, at, now }),
      });
    })
    .post('/:programme/:term/applications', (c) => takeOut(c, desk));

async function takeOut(c: Page, desk: FrontDesk): Promise<Response> {
  const term = await termOf(c, desk);
  if (!term) return nothingHere(c, desk);
  const format = (await sentForm(c))['format'] === 'json' ? 'json' : 'csv';
  const out = await exportApplications(desk.office, c.get('visit').asker, { term: term.id, format });
  if (out.kind === 'refused') return nothingHere(c, desk);
  const name = `applications-${term.programme.slug}-${term.slug}.${format}`;
  return c.body(out.text, 200, {
    'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
