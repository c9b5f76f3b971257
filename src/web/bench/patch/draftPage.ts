import { type Context, Hono } from 'hono';
import { dropDraft } from '../../../bench/dropDraft.ts';
import { type DraftLook, lookAtWork } from '../../../bench/lookAtWork.ts';
import { nextOfDraft } from '../../../bench/nextOfDraft.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { draftAddress } from './draftAddress.ts';
import { draftHtml } from './draftHtml.ts';
import type { ReviewBook } from './reviewBook.ts';

/** A patch that was begun: read as a maintainer would, gone on with, or dropped. */
export const draftPage = (desk: Desk, reviews: ReviewBook): Hono => {
  const lookAt = async (id: string): Promise<DraftLook | undefined> =>
    (await lookAtWork(desk.host, desk.tree.folder)).drafts.find((one) => one.id === id);
  return new Hono()
    .get('/draft/:id', async (c) => {
      const look = await lookAt(c.req.param('id'));
      return look ? showDraft(c, desk, reviews, look) : c.notFound();
    })
    .post('/draft/:id/drop', async (c) => {
      const look = await lookAt(c.req.param('id'));
      if (!look) return c.redirect('/contributions', 303); // it was dropped already, in another tab
      const { because, sure } = await sentForm(c);
      const words = typeof because === 'string' ? because : '';
      if (words.trim() === '') return showDraft(c, desk, reviews, look, 'Say in a few words why.');
      if (sure !== 'yes') return showDraft(c, desk, reviews, look, 'Tick that you are sure.');
      await dropDraft(desk.host, look.draft, words);
      return c.redirect('/contributions', 303);
    });
};

const showDraft = async (
  c: Context,
  desk: Desk,
  reviews: ReviewBook,
  look: DraftLook,
  refused?: string,
): Promise<Response> => {
  const { id, draft, file, lacks } = look;
  const line = Number(c.req.query('line') ?? 1);
  const state = file.bytes
    ? await reviews.look({
        files: [draft.patch],
        before: [],
        older: [],
        digests: [file.sha256],
        title: `Reading ${draft.subject}`,
        at: draftAddress(id),
      })
    : {};
  const next = nextOfDraft(desk.host, desk.tree, {
    patch: draft.patch,
    site: draft.site,
    isEdited: file.state === 'edited',
    lacksWhy: lacks.includes('the why'),
    lacksSignOff: lacks.includes('your sign-off'),
  });
  const view = { ...look, state, next, line: Number.isSafeInteger(line) ? line : 1 };
  return show(c, desk, {
    here: '/contributions',
    ...draftHtml(refused === undefined ? view : { ...view, refused }),
    ...(refused !== undefined && { status: 422 }),
  });
};
