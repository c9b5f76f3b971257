import type { HistoryFigures } from '../subsystem/card.ts';
import { type CardRow, cardRows } from '../subsystem/cardRows.ts';
import type { FilledCard } from '../subsystem/filledCard.ts';

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
  ...{ name: card.about.name, tree, begin: card.first.begin },
  rows: cardRows({ ...card, load: 0 }, 'chart')
    .filter(({ label }) => label !== 'Your load')
    .map(({ settle: _, ...row }) => row),
  months: card.history.kind === 'known' ? card.history.value.months : undefined,
});

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
