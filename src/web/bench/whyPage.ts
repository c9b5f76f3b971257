import { dirname } from 'node:path';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { draftFolder } from '../../bench/draftFolder.ts';
import { draftId } from '../../bench/draftId.ts';
import { writePatch } from '../../bench/writePatch.ts';
import type { Keeping } from '../../edge/keptWords.ts';
import { toolTrailer } from '../../gather/toolTrailer.ts';
import { seen } from '../parts/markup.ts';
import type { Desk } from './desk.ts';
import { draftAddress } from './draftAddress.ts';
import { sentForm } from './sentForm.ts';
import { show } from './show.ts';
import { type Place, placeText, readPlace, siteAddress } from './siteAddress.ts';
import { aboutSite } from './siteView.ts';
import { coachList } from './whyForm.ts';

/** What a form or the page's code sends of a why. */
interface SentWhy {
  readonly place: Place;
  readonly words: string;
  readonly base: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A why longer than this is none. */
const MOST = 20_000;

/** Where the words of a why go: kept as they are typed, asked about, and written into the patch. */
export const whyPage = (desk: Desk): Hono =>
  new Hono()
    .post('/site/words', async (c) => {
      const sent = await readWhy(c);
      const keeping = keep(desk, sent);
      const { tree } = desk;
      const coach = await desk.coaches({ tree: tree.folder, ...sent.place });
      const asked = coach?.ask(sent.words) ?? [];
      const questions = String(await coachList(asked, sent.words, coach?.examples ?? []));
      return keeping.kind === 'kept'
        ? c.json({ revision: keeping.revision, questions })
        : c.json({ theirs: keeping.theirs, questions }, 409);
    })
    .post('/site/patch', async (c) => {
      const sent = await readWhy(c);
      const keeping = keep(desk, sent);
      if (keeping.kind === 'moved on') return bothWords(c, desk, sent, keeping);
      if (sent.fields['deed'] === 'keep') return c.redirect(`${siteAddress(sent.place)}#why`, 303);
      const written = await write(desk, sent);
      if (written.kind === 'left') return c.redirect(siteAddress(sent.place), 303);
      return c.redirect(draftAddress(draftId(written.patch)), 303);
    });

const readWhy = async (c: Context): Promise<SentWhy> => {
  const fields = await sentForm(c);
  const words = String(fields['why'] ?? '')
    .replaceAll('\r\n', '\n')
    .slice(0, MOST);
  return { place: readPlace(String(fields['at'] ?? '')), words, base: Number(fields['base'] ?? 0), fields };
};

const keep = (desk: Desk, { place, words, base }: SentWhy): Keeping =>
  desk.host.keptWords.keep(aboutSite(desk, place), base, words);

const write = async ({ host, tree }: Desk, { place, words, fields }: SentWhy) => {
  const wanted = toolTrailer(host, tree.folder);
  const out = draftFolder(host, tree.folder, place);
  return writePatch(host, {
    tree: tree.folder,
    ...place,
    why: words.trim() === '' ? undefined : words,
    trailers: wanted && fields['tool'] === 'yes' ? [{ token: wanted.token, value: `Patchling:${host.version}` }] : [],
    signoff: fields['signoff'] === 'yes',
    out: dirname(`${out}/patch`),
  });
};

/** Two windows wrote: both texts are shown, the person decides, nothing is lost. */
const bothWords = (
  c: Context,
  desk: Desk,
  { place, words }: SentWhy,
  { theirs }: Extract<Keeping, { kind: 'moved on' }>,
): Response | Promise<Response> =>
  show(c, desk, {
    here: '/find',
    status: 409,
    title: 'Two windows wrote this why',
    headline: 'Two windows wrote this why',
    lede: 'Nothing is lost. Make one text of both, and go on.',
    body: html`<div class="side"><section><h2>What was kept meanwhile</h2><pre
class="card pad said">${seen(theirs.words)}</pre></section>
<section><h2>What you sent</h2><form method="post" action="/site/patch" class="card pad">
<input type="hidden" name="at" value="${placeText(place)}"><input type="hidden" name="base" value="${theirs.revision}">
<label for="why-words">The why</label><textarea id="why-words" name="why" rows="8" data-why>
${seen(words)}</textarea>
<div class="buttons"><button class="main" name="deed" value="keep">Keep this text</button></div></form></section></div>`,
  });
