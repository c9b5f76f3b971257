import type { CardRow } from './cardRows.ts';

/** The rows of several cards in one order, that of the cards: a row that one of them lacks keeps its place. */
export const rowLabels = (cards: readonly (readonly CardRow[])[]): readonly string[] => {
  const labels: string[] = [];
  for (const rows of cards) {
    let at = 0;
    for (const { label } of rows) {
      const found = labels.indexOf(label);
      if (found === -1) labels.splice(at++, 0, label);
      else at = found + 1;
    }
  }
  return labels;
};
