import { type ShownTree, shownCommand } from '../bench/shownCommand.ts';
import { type CardRow, cardRows } from '../core/subsystem/cardRows.ts';
import type { FilledCard } from '../core/subsystem/filledCard.ts';
import type { MonthsAs } from '../core/subsystem/historyRows.ts';
import { visibleName } from '../core/visible.ts';
import { type Face, verdictWords } from './face.ts';
import { folded } from './folded.ts';

const LABEL = 12;

/** One card as a page. */
export const sayCard = (face: Face, tree: ShownTree & { readonly name: string }, card: FilledCard): void => {
  const { say, paint } = face;
  say(`${paint('strong', visibleName(card.about.name))}  ${paint('soft', visibleName(tree.name))}`);
  say();
  for (const row of cardRows(card, monthsAs(face))) for (const line of rowLines(face, row)) say(line);
  say();
  sayNext(face, tree, card);
};

/** A terminal shows blocks; a file, which anything may read, numbers. */
export const monthsAs = ({ columns }: Pick<Face, 'columns'>): MonthsAs =>
  columns === undefined ? 'numbers' : 'blocks';

const rowLines = ({ paint, width }: Face, row: CardRow): string[] => {
  const mark = row.verdict === undefined ? '' : verdictWords(paint, row.verdict);
  const room = width - LABEL - 2;
  // What is unknown says at once why; elsewhere the reasons stand below the figure.
  const [because = '', ...rest] =
    row.verdict === undefined || row.text !== '' ? ['', ...(row.more ?? [])] : (row.more ?? []);
  const bare = row.verdict === undefined ? 0 : row.verdict.length + 4;
  const [first = '', ...more] = folded(`${'x'.repeat(bare)}${visibleName(row.text || because)}`, room);
  return [
    `${paint('soft', row.label.padEnd(LABEL))}  ${mark}${mark === '' ? '' : '  '}${first.slice(bare)}`.trimEnd(),
    ...more.map((line) => indented(line)),
    ...rest
      .filter((line) => line !== '')
      .flatMap((line) => folded(visibleName(line), room).map((one) => indented(paint('soft', one)))),
    ...(row.settle === undefined ? [] : [indented(`${paint('soft', 'settle it:')} ${visibleName(row.settle)}`)]),
  ];
};

const indented = (line: string): string => `${' '.repeat(LABEL + 2)}${line}`;

const sayNext = (face: Face, tree: ShownTree, card: FilledCard): void => {
  const { say, paint, width } = face;
  say(paint('strong', 'Next'));
  for (const line of folded(visibleName(card.first.begin), width - 2)) say(`  ${line}`);
  const find = ['patchling', 'find', '--subsystem', card.about.name];
  const steps = card.first.command[1] === 'find' ? [card.first.command] : [card.first.command, find];
  for (const words of steps) say(`    ${paint('leaf', visibleName(shownCommand(face, tree, words)))}`);
  say(`  Who gets a patch: ${paint('leaf', shownCommand(face, tree, ['patchling', 'who', 'PATCH']))}`);
};
