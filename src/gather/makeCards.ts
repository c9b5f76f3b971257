import type { Section } from '../core/maintainers/parseMaintainers.ts';
import type { Known } from '../core/subsystem/card.ts';
import { chooseSections } from '../core/subsystem/chooseSections.ts';
import type { FilledCard } from '../core/subsystem/filledCard.ts';
import { Trouble } from '../core/trouble.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import { type CardNeeds, cardOf } from './cardOf.ts';
import { historyOf } from './historyOf.ts';
import { offerClone } from './offerClone.ts';
import { olderTreeOf } from './olderTreeOf.ts';
import { type Owners, ownersOf } from './ownersOf.ts';
import { projectOf } from './projectOf.ts';
import { requireSections } from './requireSections.ts';

/** A name as a person typed it, or a path of the tree: empty is the tree itself. */
export type Asked = { readonly name: string } | { readonly path: string };

interface ChosenSection {
  readonly section: Section;
  /** Why this one was taken; `It is called so.` where nothing had to be guessed. */
  readonly because: string;
  /** Titles that may have been meant instead. */
  readonly others: readonly string[];
}

export interface MadeCard extends ChosenSection {
  readonly card: Omit<FilledCard, 'load'>;
  /** What is odd about MAINTAINERS: sentences. */
  readonly oddities: readonly string[];
}

type Needs = CardNeeds & Pick<Host, 'git' | 'env' | 'personalSeed'>;

/** A card for each that is asked for, in order. Throws Trouble `input` before anything dear is read. */
export async function* makeCards(
  host: Needs,
  tree: string,
  asked: readonly Asked[],
): AsyncGenerator<Progress, readonly MadeCard[], undefined> {
  const owners = ownersOf(host, tree);
  requireSections(owners, tree);
  const chosen = asked.map((one) => ('path' in one ? ownerOf(host, tree, owners, one.path) : called(owners, one.name)));
  const history = offerClone(yield* historyOf(host, tree), projectOf(host, tree));
  const older = history.kind === 'known' ? historySaysMore : olderTreeOf(host, tree);
  const who = host.personalSeed();
  const cards = new Map<Section, MadeCard['card']>();
  for (const { section } of chosen) {
    if (!cards.has(section)) cards.set(section, yield* cardOf(host, { tree, section, owners, history, older, who }));
  }
  const { oddities } = owners;
  return chosen.flatMap((one) => {
    const card = cards.get(one.section);
    return card ? [{ ...one, card, oddities }] : [];
  });
}

const historySaysMore: Known<never> = { kind: 'unknown', because: 'its history says more than two trees do' };

const called = (owners: Owners, name: string): ChosenSection => {
  const chosen = chooseSections(name, owners.sections());
  if (chosen.kind === 'none') throw noSuch(name, chosen.nearest, owners.oddities);
  const { section, because, others } = chosen;
  return { section, because, others: others.slice(0, 3).map(({ title }) => title) };
};

/** Of the sections that own a path, the one that names it most closely. */
const ownerOf = (host: Needs, tree: string, owners: Owners, path: string): ChosenSection => {
  if (path === '') throw theTop;
  const place = host.trees.isFolder(tree, path) ? `${path}/` : path;
  const [nearest, ...others] = owners.of(place).toSorted((a, b) => b.nearest - a.nearest || b.depth - a.depth);
  if (!nearest) throw nobodyOwns(place, owners.oddities);
  return {
    section: nearest.section,
    because: others.length === 0 ? `It owns ${place}.` : `Of the sections that own ${place}, it is the nearest.`,
    others: others.map(({ section }) => section.title),
  };
};

const theTop = new Trouble('input', {
  what: 'The top of the tree belongs to every subsystem.',
  next: 'Name a file or folder in it: patchling subsystem --path fs/btrfs',
});

const nobodyOwns = (path: string, oddities: readonly string[]): Trouble =>
  new Trouble('input', {
    what: `No section of MAINTAINERS names ${path}, but for THE REST.`,
    ...(oddities.length > 0 ? { why: oddities.join(' ') } : {}),
    next: `patchling who ${path} says who gets a change to it all the same.`,
  });

const noSuch = (name: string, nearest: readonly string[], oddities: readonly string[]): Trouble =>
  new Trouble('input', {
    what: `No subsystem of this tree is called ${name}.`,
    why: [
      'A subsystem is a section of MAINTAINERS; its title, a word of it, its list or its folder names it.',
      ...oddities,
    ].join(' '),
    next:
      nearest.length > 0
        ? `Did you mean ${nearest.map((title) => `"${title}"`).join(' or ')}?`
        : 'Name a file of it instead: patchling subsystem --path fs/ext4/inode.c',
  });
