import { dirname } from 'node:path';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { draftFolder } from '../../../bench/draftFolder.ts';
import { draftId } from '../../../bench/draftId.ts';
import { writePatch } from '../../../bench/writePatch.ts';
import { Trouble } from '../../../core/trouble.ts';
import type { Keeping } from '../../../edge/keptWords.ts';
import { toolTrailer } from '../../../gather/toolTrailer.ts';
import { seen } from '../../parts/markup.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { troubleWords } from '../frame/troublePage.ts';
import { draftAddress } from '../patch/draftAddress.ts';
import { type Place, placeText, readPlace, siteAddress } from './siteAddress.ts';
import { aboutSite } from './siteView.ts';
import { coachList } from './whyForm.ts';
import { wordsForm } from './wordsForm.ts';

/** What a form or the page's code sends of a why. */
interface SentWhy {
  readonly place: Place;
  readonly words: string;
  readonly base: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Where the words of a why go: kept as they are typed, asked about, and written into the patch. */
export const whyPage = (desk: Desk): Hono =>
  new Hono()
    .post('/site/words', async (c) => {
      const sent = await readWhy(c);
      try {
        const keeping = keep(desk, sent);
        const questions = await questionsOf(desk, sent);
        return keeping.kind === 'kept'
          ? c.json({ revision: keeping.revision, questions })
          : c.json({ theirs: keeping.theirs, questions }, 409);
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        return c.json({ refused: [error.words.what, error.words.why].filter(Boolean).join(' ') }, 422);
      }
    })
    .post('/site/patch', async (c) => {
      const sent = await readWhy(c);
      let base = sent.base;
      try {
        const keeping = keep(desk, sent);
        if (keeping.kind === 'moved on') return bothWords(c, desk, sent, keeping);
        base = keeping.revision;
        if (sent.fields['deed'] === 'keep') return c.redirect(`${siteAddress(sent.place)}#why`, 303);
        const written = await write(desk, { ...sent, base });
        if (written.kind === 'left') return c.redirect(siteAddress(sent.place), 303);
        return c.redirect(draftAddress(draftId(written.patch)), 303);
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        return notWritten(c, desk, { ...sent, base }, error);
      }
    });

const readWhy = async (c: Context): Promise<SentWhy> => {
  const fields = await sentForm(c);
  const words = String(fields['why'] ?? '')
    .replaceAll('\r\n', '\n')
    .replaceAll(UNSEEN, '');
  return { place: readPlace(String(fields['at'] ?? '')), words, base: Number(fields['base'] ?? 0), fields };
};

/** What comes along from a terminal, unseen: git ends a message at a NUL, and others hide what stands there. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A why longer than this is none. */
const MOST = 20_000;

const keep = (desk: Desk, { place, words, base }: SentWhy): Keeping => {
  if (words.length > MOST) {
    throw new Trouble('input', {
      what: `The why has ${words.length} letters, and ${MOST} are the most.`,
      next: 'Say it in fewer: a reader takes in some paragraphs.',
    });
  }
  return desk.host.keptWords.keep(aboutSite(desk, place), base, words);
};

/** Nothing where the place cannot be read any more: the words are kept all the same. */
const questionsOf = async ({ coaches, tree }: Desk, { place, words }: SentWhy): Promise<string | undefined> => {
  try {
    const coach = await coaches({ tree: tree.folder, ...place });
    return String(await coachList(coach?.ask(words) ?? [], words, coach?.examples ?? []));
  } catch (error) {
    if (error instanceof Trouble) return undefined;
    throw error;
  }
};

const write = async ({ host, tree }: Desk, { place, words, base, fields }: SentWhy) => {
  const wanted = toolTrailer(host, tree.folder);
  const out = draftFolder(host, tree.folder, place);
  // Where nothing was ever written here, the why that `start` asked for stays; one that was taken out here goes.
  const isUnsaid = words.trim() === '' && base === 0;
  return writePatch(host, {
    tree: tree.folder,
    ...place,
    why: isUnsaid ? undefined : words,
    trailers: wanted && fields['tool'] === 'yes' ? [{ token: wanted.token, value: `Patchling:${host.version}` }] : [],
    signoff: fields['signoff'] === 'yes',
    out: dirname(`${out}/patch`),
  });
};

/** Whatever went wrong, the words that were sent stand on the page. */
const notWritten = (
  c: Context,
  desk: Desk,
  { place, words, base }: SentWhy,
  { kind, words: trouble }: Trouble,
): Response | Promise<Response> =>
  show(c, desk, {
    here: '/find',
    status: kind === 'machine' ? 500 : 422,
    title: 'Not written',
    trail: html`<a href="${siteAddress(place)}">${seen(placeText(place))}</a>`,
    headline: 'This was not written',
    lede: 'Your words are not lost: they stand below.',
    body: html`<div class="note fails" role="alert"><p><strong>${seen(trouble.what)}</strong></p>
${troubleWords(trouble)}</div>${wordsForm(place, words, base)}`,
  });

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
<section><h2>What you sent</h2>${wordsForm(place, words, theirs.revision)}</section></div>`,
  });
