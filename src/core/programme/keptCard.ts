import type { HistoryFigures } from '../subsystem/card.ts';
import { type CardRow, cardRows } from '../subsystem/cardRows.ts';
import type { FilledCard } from '../subsystem/filledCard.ts';
import type { Steep } from '../subsystem/steepness.ts';

/** A subsystem's card as a programme keeps it for whoever chooses: words and numbers, no person. */
export interface KeptCard {
  /** A section of MAINTAINERS. */
  readonly name: string;
  /** `Linux 6.12.117`: what it was read from. */
  readonly tree: string;
  /** One sentence: what one would begin with. */
  readonly begin: string;
  readonly rows: readonly CardRow[];
  /** Undefined without a history. */
  readonly months: HistoryFigures['months'] | undefined;
}

/** What of a card is true for everybody: the patches of whoever made it are not, nor the commands that settle it there. */
export const keptCard = (card: FilledCard, tree: string): KeptCard => ({
  ...{ name: card.about.name, tree, begin: beginOf(card) },
  rows: cardRows({ ...card, load: 0 }, 'chart')
    .filter(({ label }) => label !== 'Your load')
    .map(({ settle: _, ...row }) => row),
  months: card.history.kind === 'known' ? card.history.value.months : undefined,
});

/** A place that was drawn for the keeper is nobody else's: all mentees would send the same patch to the same maintainer. */
const beginOf = ({ about, first }: FilledCard): string =>
  first.command[0] === 'patchling' && first.command[1] === 'fix'
    ? `You would begin with one small change. On your own machine a place is drawn for you alone: \
patchling subsystem '${about.name}'`
    : first.begin;

/** How steep it is, of the words that a card has for that; undefined where none was kept. */
export const steepOf = ({ rows }: Pick<KeptCard, 'rows'>): Steep | undefined => {
  const text = rows.find(({ label }) => label === 'How steep')?.text;
  return steeps.find((one) => one === text);
};

/** From the gentlest. */
export const steeps: readonly Steep[] = ['gentle', 'moderate', 'steep', 'very steep'];

/** Of cards those whose names have these letters, and that are as steep; what is undefined is not asked. */
export const cardsLike = <Card extends Pick<KeptCard, 'name' | 'rows'>>(
  cards: readonly Card[],
  { like, steep }: { readonly like: string; readonly steep: string | undefined },
): readonly Card[] =>
  cards.filter(
    (card) =>
      card.name.toLowerCase().includes(like.trim().toLowerCase()) && (steep === undefined || steepOf(card) === steep),
  );

/** The few words of a card by which one looks further, or not: of its rows what is known, as one reads it without labels. */
export const glance = ({ rows }: Pick<KeptCard, 'rows'>): readonly string[] =>
  rows.flatMap(({ label, text }) => {
    const words = text === '' || text === 'none' ? undefined : AT_A_GLANCE[label]?.(text);
    return words === undefined ? [] : [words];
  });

const AT_A_GLANCE: Readonly<Record<string, (text: string) => string>> = {
  'How steep': (text) => `${text} for a newcomer`,
  'In QEMU': (text) => text,
  Newcomers: (text) => text,
  'First reply': (text) => `first replies: ${text}`,
  'Clean-ups': (text) => `clean-ups: ${text}`,
  'Open sites': (text) => `places to begin: ${text.replaceAll(/ \([^)]*\)/g, '')}`,
};
