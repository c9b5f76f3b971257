import { editsFor } from '../core/finding/editsFor.ts';
import { type RankedSite, rankSite } from '../core/finding/rankSite.ts';
import { allocatorArithmetic } from '../core/finding/rules/allocatorArithmetic.ts';
import { type CodeRow, codeRows } from '../core/patch/codeRows.ts';
import { type HeldStance, stanceOn } from '../core/subsystem/stance.ts';
import type { Host } from '../edge/host.ts';
import type { Owners } from '../gather/ownersOf.ts';
import type { Answer } from '../gather/recipientsFor.ts';
import { type FoundSite, type PlaceOrder, siteAt } from './siteAt.ts';

/** A site with what a person wants to see before changing it. */
export interface ShownSite {
  readonly site: RankedSite;
  /** What is wrong with places of this shape, one line. */
  readonly title: string;
  readonly code: readonly CodeRow[];
  /** Whether all of the function is shown. */
  readonly isWhole: boolean;
  readonly recipients: Answer;
  readonly stance: HeldStance | undefined;
}

/** What of a tree is read once for many sites. */
export interface TreeBooks {
  readonly owners: Owners;
  readonly stances: readonly HeldStance[];
  /** Who gets a change of a file. */
  readonly who: (path: string) => Promise<Answer>;
}

/** A function that is longer is shown around the site. */
const MOST_LINES = 32;
const AROUND = 10;

type Needs = Pick<Host, 'openWorkshop' | 'openColourer' | 'readBytes' | 'personalSeed'>;

/** Throws Trouble `input` where no site stands at the place. */
export const showSite = async (host: Needs, order: PlaceOrder, books: TreeBooks): Promise<ShownSite> => {
  const found = await siteAt(host, order);
  const { path } = found.site;
  const titles = books.owners.of(path).map(({ section }) => section.title);
  const site = rankSite(found.site, titles, host.personalSeed(), books.stances);
  const shape = allocatorArithmetic.shapes.find((one) => one.shape === site.shape);
  const stretch = stretchOf(found);
  return {
    site,
    title: shape?.title ?? allocatorArithmetic.title,
    code: await codeOf(host, found, stretch, site.fix),
    isWhole: stretch.isWhole,
    recipients: await books.who(path),
    stance: stanceOn(books.stances, path, titles),
  };
};

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly isWhole: boolean;
}

/** The function around the site, or of a long one what is near. */
const stretchOf = ({ site, allocation, bytes }: FoundSite): Stretch => {
  const near = { first: Math.max(1, site.line - AROUND), last: site.endLine + AROUND };
  if (site.function === '') return { ...near, isWhole: false };
  const { offset, text } = allocation.found.around;
  const first = bytes.toString('latin1', 0, offset).split('\n').length;
  const last = first + text.split('\n').length - 1;
  if (last - first < MOST_LINES) return { first, last, isWhole: true };
  return { first: Math.max(first, near.first), last: Math.min(last, near.last), isWhole: false };
};

const codeOf = async (
  host: Pick<Host, 'openColourer'>,
  { allocation, judgement, bytes, workshop }: FoundSite,
  { first, last }: Stretch,
  fix: RankedSite['fix'],
): Promise<readonly CodeRow[]> => {
  const { colour } = await host.openColourer();
  const isEdited = judgement.fix === 'ready' && fix === 'ready';
  const { start, end } = allocation.size;
  return codeRows({
    text: bytes.toString('latin1'),
    first,
    last,
    edits: isEdited ? editsFor(allocation, judgement, bytes, workshop) : [],
    marked: { start, end },
    colour,
  });
};
