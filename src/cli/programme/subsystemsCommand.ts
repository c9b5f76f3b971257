import { showCards } from '../../bench/showCards.ts';
import { plural } from '../../core/plural.ts';
import { type KeptCard, keptCard } from '../../core/programme/keptCard.ts';
import { Trouble } from '../../core/trouble.ts';
import { visibleName } from '../../core/visible.ts';
import { ownersOf } from '../../gather/ownersOf.ts';
import { keepCards } from '../../office/subsystems/keepCards.ts';
import { readCatalogue } from '../../office/subsystems/readCatalogue.ts';
import type { Run } from '../commandTable.ts';
import type { Face } from '../face.ts';
import { optionText } from '../optionText.ts';
import { finished } from '../phases.ts';
import { treeFor } from '../treeFor.ts';
import { namedTerm } from './namedTerm.ts';
import { officeOrder, openOffice } from './openOffice.ts';

/** `programme subsystems [NAME…]`: what can be chosen, and what each is like, read from a kernel tree. */
export const run: Run = async (face, called) => {
  const { say, note, host } = face;
  const tree = await treeFor(face, called.options);
  const { office, database } = await openOffice({ ...officeOrder(face, called), beside: true });
  try {
    const { programme } = await namedTerm(office, optionText(called.options, 'term'));
    const isNamed = called.args.length > 0;
    const names = isNamed ? called.args : (await readCatalogue(office, programme.id)).names;
    const cards = await cardsOf(face, tree, names, isNamed);
    if (cards.length === 0) throw noneThere(tree.name);
    await keepCards({ ...office, now: host.now }, { programme: programme.id, cards });
    for (const { name, rows } of cards) {
      say(`${visibleName(name)}: ${rows.find(({ label }) => label === 'How steep')?.text ?? 'read'}`);
    }
    note(`${plural(cards.length, 'subsystem')} of ${tree.name} can be chosen in ${programme.name}.`);
    return 0;
  } finally {
    await database.close();
  }
};

/** Those that were named must be there; of those that stand in the catalogue, one that the tree lacks is left as it was. */
async function cardsOf(
  face: Face,
  tree: Awaited<ReturnType<typeof treeFor>>,
  names: readonly string[],
  isNamed: boolean,
): Promise<readonly KeptCard[]> {
  if (isNamed) {
    const shown = await finished(face, showCards(face.host, { tree, names }));
    return shown.map(({ card }) => keptCard(card, tree.name));
  }
  const titles = new Set(
    ownersOf(face.host, tree.folder)
      .sections()
      .map(({ title }) => title),
  );
  const there = names.filter((name) => titles.has(name));
  for (const name of names) if (!titles.has(name)) face.note(`${tree.name} has no section ${name}: left as it was.`);
  const shown = await finished(face, showCards(face.host, { tree, names: there }));
  return shown.map(({ card }) => keptCard(card, tree.name));
}

const noneThere = (tree: string): Trouble =>
  new Trouble('input', {
    what: `${tree} has none of the subsystems that can be chosen.`,
    next: 'Name sections of its MAINTAINERS: patchling programme subsystems NAME… --tree DIR --data DIR',
  });
