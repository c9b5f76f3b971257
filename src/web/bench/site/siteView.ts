import { draftFolder } from '../../../bench/draftFolder.ts';
import { lookAtFile } from '../../../bench/lookAtFile.ts';
import { type ShownSite, showSite } from '../../../bench/showSite.ts';
import { type Draft, openDrafts } from '../../../core/journal/draft.ts';
import type { GoodMessage } from '../../../core/preflight/goodMessages.ts';
import type { Problem } from '../../../core/preflight/problem.ts';
import type { Check } from '../../../core/verdict.ts';
import type { Identity } from '../../../edge/git/gitIdentity.ts';
import type { Kept } from '../../../edge/keptWords.ts';
import type { Certificate } from '../../../gather/certificateOf.ts';
import type { toolTrailer } from '../../../gather/toolTrailer.ts';
import type { Desk } from '../frame/desk.ts';
import { type Place, placeText } from './siteAddress.ts';

/** All that the page of a site shows. */
export interface SiteView extends ShownSite {
  readonly place: Place;
  /** What the person has written so far, also where no patch is written yet. */
  readonly words: Kept;
  readonly questions: readonly Problem[];
  /** Good messages of the same files, where one was begun. */
  readonly examples: readonly GoodMessage[];
  readonly draft: Draft | undefined;
  /** Whether the person has changed the draft's file: then it is not written again. */
  readonly isEdited: boolean;
  /** Of the draft, else of the edit alone. */
  readonly checks: readonly Check[];
  readonly identity: Identity | undefined;
  readonly certificate: Certificate | undefined;
  readonly tools: ReturnType<typeof toolTrailer>;
}

export const siteView = async (desk: Desk, place: Place): Promise<SiteView> => {
  const { host, tree } = desk;
  const order = { tree: tree.folder, ...place };
  const books = desk.books();
  const shown = await books.once(`site ${placeText(place)}`, () => showSite(host, order, books));
  const exact: Place = { path: shown.site.path, line: shown.site.line, column: shown.site.column };
  const kept = host.keptWords.read(aboutSite(desk, exact));
  const draft = await draftOf(desk, exact, shown.site.expression);
  const isNeeded = kept.words !== '' || (draft !== undefined && kept.revision === 0);
  const coach = isNeeded ? await desk.coaches({ ...order, ...exact }) : undefined;
  // What was said to `start` or `fix` is gone on with here.
  const words =
    kept.revision === 0 && draft && coach ? { ...kept, words: coach.whyIn(host.readBytes(draft.patch)) } : kept;
  return {
    ...shown,
    place: exact,
    words,
    questions: coach?.ask(words.words) ?? [],
    examples: coach?.examples ?? [],
    draft,
    isEdited: draft !== undefined && lookAtFile(host, { path: draft.patch, sha256: draft.sha256 }).state === 'edited',
    // What the gate says of a draft stands below its own name.
    checks: draft?.checks.filter(({ check }) => check !== 'preflight') ?? desk.compiled.get(placeText(exact)) ?? [],
    identity: await books.identity,
    certificate: books.certificate,
    tools: books.tools,
  };
};

/** What a why is kept under: each tree has whys of its own. */
export const aboutSite = ({ tree }: Pick<Desk, 'tree'>, place: Place): string =>
  JSON.stringify(['why', tree.folder, placeText(place)]);

/** The draft that these pages or `start` wrote for the site. */
const draftOf = async ({ host, tree }: Desk, place: Place, expression: string): Promise<Draft | undefined> => {
  const folder = draftFolder(host, tree.folder, place);
  const { facts } = await host.journal.read();
  return openDrafts(facts).findLast(
    ({ patch, site }) =>
      patch.startsWith(`${folder}/`) && site.expression === expression && host.trees.exists('', patch),
  );
};
