import type { ShownTree } from '../bench/shownCommand.ts';
import { type CardRow, cardRows } from '../core/subsystem/cardRows.ts';
import type { FilledCard } from '../core/subsystem/filledCard.ts';
import { rowLabels } from '../core/subsystem/rowLabels.ts';
import { visibleName } from '../core/visible.ts';
import { type Face, verdictWords } from './face.ts';
import { folded } from './folded.ts';
import { monthsAs, sayCard } from './sayCard.ts';

const LABEL = 12;
const GAP = 2;
/** Columns that a card needs beside others to be read. */
const NARROWEST = 22;

/** Several cards side by side, a row for each question; one below the other where the terminal is too narrow. */
export const sayCards = (
  face: Face,
  tree: ShownTree & { readonly name: string },
  cards: readonly FilledCard[],
): void => {
  const { say, paint } = face;
  const each = Math.floor((widthOf(face) - LABEL) / cards.length) - GAP;
  if (cards.length === 1 || each < NARROWEST) {
    for (const [index, card] of cards.entries()) {
      if (index > 0) say('');
      sayCard(face, tree, card);
    }
    return;
  }
  const rows = cards.map((card) => cardRows(card, monthsAs(face)));
  sayRow(
    face,
    each,
    '',
    cards.map(({ about }) => ({ cell: visibleName(about.name), tone: 'strong' })),
  );
  say();
  for (const label of rowLabels(rows)) {
    sayRow(
      face,
      each,
      label,
      rows.map((own) => cellOf(own.find((row) => row.label === label))),
    );
  }
  say();
  say(paint('soft', 'Each at length, with what is unknown and what would settle it: name it alone.'));
};

/** A table may use all columns; without a terminal it stays readable in a mail. */
const widthOf = ({ columns, width }: Face): number => columns ?? Math.max(width, 100);

interface Cell {
  readonly cell: string;
  readonly tone?: 'strong' | 'unknown' | 'fails' | 'leaf';
}

const plain = (_tone: unknown, text: string): string => text;

const cellOf = (row: CardRow | undefined): Cell => {
  if (!row) return { cell: '' };
  if (row.verdict === undefined) return { cell: visibleName(row.text) };
  const tone = row.verdict === 'holds' ? 'leaf' : row.verdict;
  const mark = verdictWords(plain, row.verdict);
  return { cell: row.text === '' ? mark : `${mark.slice(0, 1)} ${visibleName(row.text)}`, tone };
};

const sayRow = ({ say, paint }: Face, each: number, label: string, cells: readonly Cell[]): void => {
  const columns = cells.map(({ cell }) => folded(cell, each));
  const height = Math.max(1, ...columns.map((lines) => lines.length));
  for (let at = 0; at < height; at++) {
    const parts = cells.map(({ tone }, index) => {
      const text = (columns[index]?.[at] ?? '').padEnd(each);
      return tone === undefined ? text : paint(tone, text);
    });
    say(
      `${paint('soft', (at === 0 ? label : '').padEnd(LABEL))}${' '.repeat(GAP)}${parts.join(' '.repeat(GAP))}`.trimEnd(),
    );
  }
};
