import { drawSite } from '../core/finding/drawSite.ts';
import { isGoodToBegin, mayBeDrawn, type RankedSite } from '../core/finding/rankSite.ts';
import { drawnSite } from '../core/journal/drawnSite.ts';
import { type HeldStance, stanceOn, stanceWords } from '../core/subsystem/stance.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { stancesOf } from '../gather/stancesOf.ts';
import { findSites } from './findSites.ts';

export interface DrawnWork {
  readonly site: RankedSite;
  readonly seed: string;
  /** Sentences: why this one. */
  readonly because: readonly string[];
}

type Needs = Pick<Host, 'scan' | 'trees' | 'env' | 'folders' | 'now' | 'kbuild' | 'journal'>;

/** One good site of a tree, drawn by a seed, among those that compile on this machine where that can be told. */
export async function* drawWork(
  host: Needs,
  order: { tree: string; seed: string; compile: boolean },
): AsyncGenerator<Progress, DrawnWork, undefined> {
  const { tree, seed } = order;
  const found: RankedSite[] = [];
  const stances = stancesOf(host, tree);
  let files = '';
  let unreadable = 0;
  for await (const finding of findSites(host, { tree, below: [], all: false, who: seed, stances })) {
    if (finding.kind === 'unreadable') unreadable++;
    if (finding.kind === 'walked') files = `${finding.files} files, `;
    if (finding.kind === 'site' && finding.site.fix === 'ready') found.push(finding.site);
    if (finding.kind === 'site' || finding.kind === 'walked') {
      yield { doing: 'Scanning the tree', line: `${files}${found.length} sites ready so far` };
    }
  }
  const ready = found.filter(mayBeDrawn);
  const good = ready.filter(isGoodToBegin);
  if (order.compile) yield { doing: 'Asking the kernel’s configuration what compiles here' };
  const stateOf = order.compile ? await host.kbuild.configured(tree) : undefined;
  const compiled = stateOf ? good.filter(({ path }) => stateOf(path).state === 'built') : [];
  const pool = compiled.length > 0 ? compiled : good.length > 0 ? good : ready;
  const site = drawSite(pool, seed);
  if (!site) throw nothingToDraw(tree, unreadable, found.length);
  await host.journal.append({ kind: 'site-drawn', tree, seed, site: drawnSite(site) });
  return { site, seed, because: whyThisOne(site, pool.length, compiled.length > 0, stances) };
}

const whyThisOne = (site: RankedSite, of: number, compiles: boolean, stances: readonly HeldStance[]): string[] => [
  of === 1
    ? 'It is the only site that is ready to be changed.'
    : `It is one of ${of} sites that are ready to be changed, drawn by seed: somebody else is given another.`,
  ...site.because.map((reason) => `${reason[0]?.toUpperCase()}${reason.slice(1)}.`),
  ...(compiles ? ['Its file is compiled by this machine’s configuration.'] : []),
  whatIsWanted(site, stances),
];

const whatIsWanted = (site: RankedSite, stances: readonly HeldStance[]): string => {
  const [owner] = site.subsystems;
  const stance = stanceOn(stances, site.path, site.subsystems);
  if (stance) {
    const but = stance.stance === 'welcome' ? '' : 'But ';
    return `${but}${owner ?? 'its folder'} ${stanceWords[stance.stance]}: ${stance.where}.`;
  }
  if (owner === undefined) return 'No section of MAINTAINERS names its file, so who minds clean-ups here is unknown.';
  return `${owner} says nothing against clean-ups in the documents that Patchling knows.`;
};

const nothingToDraw = (tree: string, unreadable: number, spared: number): Trouble =>
  new Trouble('input', {
    what: 'No site of this tree is ready to be changed.',
    where: tree,
    why:
      spared > 0
        ? `${spared} could be changed, but their subsystems have said that they would rather not have such patches.`
        : unreadable === 0
          ? 'The rules found nothing that a machine may edit, which is good news for the tree.'
          : `${unreadable} of its files and folders could not be read, and the rules found nothing in the others.`,
    next: 'patchling find --all shows what was looked at; another tree may have more.',
  });
