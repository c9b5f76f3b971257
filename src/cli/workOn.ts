import { dirname } from 'node:path';
import type { ChosenTree } from '../bench/chooseTree.ts';
import { type ContinuedDraft, continueDraft } from '../bench/continueDraft.ts';
import { draftFolder } from '../bench/draftFolder.ts';
import { drawWork } from '../bench/drawWork.ts';
import { writePatch } from '../bench/writePatch.ts';
import { placeOf } from '../core/finding/site.ts';
import { signsAlways } from '../gather/signsAlways.ts';
import { addWords } from './addWords.ts';
import type { Called } from './commandTable.ts';
import type { Face } from './face.ts';
import { optionText } from './optionText.ts';
import { finished } from './phases.ts';

/** What `start` works on: a draft, written now or before. */
export interface Work {
  readonly patch: string;
  readonly subject: string;
  readonly site: {
    readonly path: string;
    readonly line: number;
    readonly function: string;
    readonly expression: string;
  };
  readonly seed: string;
  /** Why this one; or that it is gone on with. */
  readonly because: readonly string[];
  readonly isNew: boolean;
  /** The person has worked on the file, so it is not written again. */
  readonly isEdited: boolean;
  readonly hasWhy: boolean;
  /** The site is in the tree as it was. */
  readonly isCurrent: boolean;
  /** It was on the screen while the why was asked for. */
  readonly isShown?: boolean;
}

/** The draft that was begun, or a site drawn anew and written; at a terminal, with the person's own words. */
export const workOn = async (face: Face, tree: ChosenTree, options: Called['options']): Promise<Work> => {
  const wantsNew = options['another'] === true || typeof options['seed'] === 'string';
  const draft = wantsNew ? undefined : await continueDraft(face.host, tree.folder);
  const work = draft
    ? asWork(draft, 'This is the draft that you began; --another draws another site.')
    : await drawNew(face, tree.folder, options);
  const order = { tree: tree.folder, path: work.site.path, line: work.site.line, out: dirname(work.patch) };
  return addWords(face, work, order);
};

const drawNew = async (face: Face, tree: string, options: Called['options']): Promise<Work> => {
  const { host } = face;
  const seed = optionText(options, 'seed') ?? (await nextSeed(face));
  const { site, because } = await finished(face, drawWork(host, { tree, seed, compile: options['compile'] !== false }));
  const out = draftFolder(host, tree, site);
  const begun = await continueDraft(host, tree, out);
  if (begun?.isEdited) return asWork(begun, 'The seed drew a site that you have worked on already.');
  const wish = { tree, path: site.path, line: site.line, column: site.column, out };
  const signoff = (await host.git.gitIdentity(tree)) !== undefined && (await signsAlways(face.host, tree));
  const written = await writePatch(host, { ...wish, signoff });
  if (written.kind === 'left') throw new Error(`${placeOf(site)} was ready and is ${written.site.fix}`);
  const hasWhy = !written.needs.includes('why');
  return { ...written, site, seed, because, isNew: true, isEdited: false, hasWhy, isCurrent: true };
};

const asWork = (draft: ContinuedDraft, because: string): Work => ({
  ...draft,
  seed: draft.seed ?? '',
  because: [because, ...(draft.isEdited ? ['You have worked on its file, so Patchling does not write it again.'] : [])],
  isNew: false,
});

/** The person's own seed; each site that was drawn before moves it on. */
const nextSeed = async ({ host }: Face): Promise<string> => {
  const { facts } = await host.journal.read();
  const drawn = facts.filter((fact) => fact.kind === 'site-drawn').length;
  return drawn === 0 ? host.personalSeed() : `${host.personalSeed()}.${drawn}`;
};
