import { type ShownCard, showCards } from '../bench/showCards.ts';
import { shownCommand } from '../bench/shownCommand.ts';
import { Trouble } from '../core/trouble.ts';
import { cardJson } from './cardJson.ts';
import type { Run } from './commandTable.ts';
import type { Face } from './face.ts';
import { saysAnything } from './newcomerFrom.ts';
import { optionText } from './optionText.ts';
import { finished } from './phases.ts';
import { placesIn } from './placesIn.ts';
import { sayCards } from './sayCards.ts';
import { treeFor } from './treeFor.ts';

/** `subsystem [NAME…]`: cards of those that are named, else advice which to choose. */
export const run: Run = async (face, { args, options }) => {
  const path = optionText(options, 'path');
  // Loaded apart: a card that was kept is shown at once.
  if (args.length === 0 && path === undefined) return (await import('./giveAdvice.ts')).giveAdvice(face, options);
  if (saysAnything(options) || options['again'] === true) throw notBoth();
  const tree = await treeFor(face, options);
  const [place] = path === undefined ? [] : placesIn(face.host, tree.folder, [path]);
  const cards = await finished(face, showCards(face.host, { tree, names: args, path: place }));
  for (const oddity of new Set(cards.flatMap(({ oddities }) => oddities))) face.note(oddity);
  for (const one of cards) noteMeant(face, one);
  if (!face.json)
    sayCards(
      face,
      tree,
      cards.map(({ card }) => card),
    );
  else
    for (const { card } of cards)
      face.say(JSON.stringify(cardJson(card, shownCommand(face, tree, card.first.command))));
  return 0;
};

/** Whoever typed `mm` should see what was taken for it, and what else there is. */
const noteMeant = ({ note }: Face, { card, because, others }: ShownCard): void => {
  if (because === 'It is called so.' || because === '') return;
  const more = others.length === 0 ? '' : ` Others: ${others.join('; ')}.`;
  note(`${card.about.name}: ${because}${more}`);
};

const notBoth = (): Trouble =>
  new Trouble('input', {
    what: 'A named subsystem gets a card; hours, months, interests, hardware and --again are for the advice.',
    next: 'Leave out either the names or those options.',
  });
