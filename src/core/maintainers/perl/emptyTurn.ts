import type { PerlNode } from './perlNode.ts';
import { widthOf } from './widthOf.ts';

/**
 * Whether something is repeated within `node` that may match nothing. perl ends the repeat after such a turn;
 * JavaScript tries another way through it. Both find the same matches, but not the same one first.
 */
export const emptyTurn = (node: PerlNode): boolean => {
  switch (node.kind) {
    case 'repeat':
      return (node.min < node.max && widthOf(node.body).min === 0) || emptyTurn(node.body);
    case 'group':
    case 'atomic':
    case 'look':
      return emptyTurn(node.body);
    case 'sequence':
      return node.parts.some(emptyTurn);
    case 'choice':
      return node.choices.some(emptyTurn);
    default:
      return false;
  }
};
