import { type Context, Hono } from 'hono';
import { draftId } from '../../../bench/draftId.ts';
import { writeNote } from '../../../bench/writeNote.ts';
import { openDrafts } from '../../../core/journal/draft.ts';
import type { ReadFacts } from '../../../core/journal/parseFacts.ts';
import { days, type Entry, timeline } from '../../../core/journal/timeline.ts';
import { Trouble } from '../../../core/trouble.ts';
import { sentForm } from '../../parts/sentForm.ts';
import type { Desk } from '../frame/desk.ts';
import { show } from '../frame/show.ts';
import { draftAddress } from '../patch/draftAddress.ts';
import { type JournalView, journalHtml } from './journalHtml.ts';

/** So many facts are on one page. */
const MOST = 100;

/** The facts as a timeline, and notes of one's own. */
export const journalPage = (desk: Desk): Hono =>
  new Hono()
    .get('/journal', async (c) => showJournal(c, desk))
    .post('/journal/notes', async (c) => {
      const { words } = await sentForm(c);
      const text = typeof words === 'string' ? words : '';
      try {
        await writeNote(desk.host, text);
      } catch (error) {
        if (!(error instanceof Trouble) || error.kind !== 'input') throw error;
        return showJournal(c, desk, { words: text, because: error.words.what });
      }
      return c.redirect('/journal', 303);
    });

const showJournal = async (
  c: Context,
  { host, ...desk }: Desk,
  refused?: JournalView['refused'],
): Promise<Response> => {
  const read = await host.journal.read();
  const kind = c.req.query('kind') || undefined;
  const page = Number(c.req.query('page') ?? 1);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const view = journalView(read, { zone, page, tree: desk.tree.folder, ...(kind !== undefined && { kind }) });
  return show(
    c,
    { host, ...desk },
    {
      here: '/journal',
      ...journalHtml(refused ? { ...view, refused } : view),
      ...(refused && { status: 422 }),
    },
  );
};

interface JournalWish {
  readonly zone: string;
  readonly page: number;
  /** Only its drafts have pages here. */
  readonly tree: string;
  readonly kind?: string;
}

const journalView = (read: ReadFacts, { zone, page: asked, tree, kind }: JournalWish): JournalView => {
  const all = timeline(read);
  const own = kind === undefined ? all : all.filter((entry) => kindOf(entry) === kind);
  const pages = Math.max(1, Math.ceil(own.length / MOST));
  const page = Number.isSafeInteger(asked) ? Math.min(pages, Math.max(1, asked)) : 1;
  const kinds = new Map<string, number>();
  for (const entry of all) kinds.set(kindOf(entry), (kinds.get(kindOf(entry)) ?? 0) + 1);
  const drafts = openDrafts(read.facts).filter((draft) => draft.tree === tree);
  return {
    days: days(own.slice((page - 1) * MOST, page * MOST), zone),
    zone,
    kinds: new Map([...kinds].toSorted(([, one], [, other]) => other - one).slice(0, 20)),
    page,
    pages,
    problems: read.problems,
    addresses: new Map(drafts.map(({ patch }) => [patch, draftAddress(draftId(patch))])),
    ...(kind !== undefined && { kind }),
  };
};

const kindOf = (entry: Entry): string => (entry.kind === 'fact' ? entry.fact.kind : entry.unknown.kind);
