import { hash } from 'node:crypto';
import { openLoad } from '../core/journal/openLoad.ts';
import type { FilledCard } from '../core/subsystem/filledCard.ts';
import { readKept, writeKept } from '../edge/cardCache.ts';
import type { Host } from '../edge/host.ts';
import type { Progress } from '../edge/progress.ts';
import type { CardNeeds } from '../gather/cardOf.ts';
import type { Asked, MadeCard } from '../gather/makeCards.ts';
import { olderTreeOf } from '../gather/olderTreeOf.ts';
import { sameProject } from '../gather/sameProject.ts';
import { sectionOwns } from '../gather/sectionOwns.ts';
import type { ChosenTree } from './chooseTree.ts';

export interface CardsOrder {
  readonly tree: ChosenTree;
  /** As a person typed them. */
  readonly names: readonly string[];
  /** Of the tree; the subsystem that owns it is shown too. */
  readonly path?: string | undefined;
}

export interface ShownCard extends Omit<MadeCard, 'card' | 'section'> {
  readonly card: FilledCard;
}

type Needs = CardNeeds & Pick<Host, 'git' | 'env' | 'journal' | 'version' | 'personalSeed'>;

/** The cards of the subsystems that are named, and of the one that owns a path; in a repository kept until it moves on. */
export async function* showCards(
  host: Needs,
  { tree: { folder: tree }, names, path }: CardsOrder,
): AsyncGenerator<Progress, readonly ShownCard[], undefined> {
  const asked: Asked[] = [...names.map((name) => ({ name })), ...(path === undefined ? [] : [{ path }])];
  const key = await keyOf(host, tree);
  const under = (one: Asked) => ({ cache: host.folders.cache, tree, asked: JSON.stringify(one), key: key ?? '' });
  const kept = asked.map((one) => (key === undefined ? undefined : (readKept(under(one)) as MadeCard | undefined)));
  const missing = asked.filter((_one, index) => kept[index] === undefined);
  // What makes a card is loaded where one has to be made: start-up counts.
  const made =
    missing.length === 0 ? [] : yield* (await import('../gather/makeCards.ts')).makeCards(host, tree, missing);
  if (key !== undefined) for (const [index, one] of missing.entries()) writeKept(under(one), made[index]);
  const cards = asked.flatMap((one, index) => kept[index] ?? made[missing.indexOf(one)] ?? []);
  const byTitle = new Map(cards.map((one) => [one.section.title, one]));
  const { facts } = await host.journal.read();
  const isSame = sameProject(host, tree);
  return [...byTitle.values()].map(({ card, section, ...why }) => {
    const owns = sectionOwns(host, tree, section);
    const titles = (at: string, of: string): readonly string[] => (isSame(of) && owns(at) ? [section.title] : []);
    return { ...why, card: { ...card, load: openLoad(facts, titles).get(section.title) ?? 0 } };
  });
}

/** What a kept card hangs on; undefined in a plain folder, which changes without anybody knowing. */
const keyOf = async (host: Needs, tree: string): Promise<string | undefined> => {
  const repository = await host.git.repositoryOf(tree);
  if (repository.kind === 'none') return undefined;
  const maintainers = hash('sha256', host.trees.text(tree, 'MAINTAINERS') ?? '');
  return JSON.stringify([host.version, host.personalSeed(), repository.head, maintainers, olderTreeOf(host, tree)]);
};
