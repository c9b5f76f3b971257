import type { Expression } from '../tree/c/expression.ts';
import { composed } from './composed.ts';
import { oneLine } from './oneLine.ts';
import { byHand, type Refusal } from './rule.ts';

/** A factor that is a sum itself, as in `(n + 1) * size` and `n * (size - 1)`: no helper looks inside it. */
export const sumAsCount = ({ shape, size }: Multiplied): Refusal | undefined => {
  const sum = shape.factors.find(isSum);
  if (!sum) return undefined;
  const says = `${oneLine(sum.text)} is computed too, and may wrap before it is multiplied.`;
  return byHand('count-is-a-sum', says, composed(size));
};

interface Multiplied {
  readonly shape: { readonly factors: readonly Expression[] };
  readonly size: Expression;
}

const isSum = (one: Expression): boolean =>
  (one.kind === 'binary' && '+-'.includes(one.operator)) || (one.kind === 'cast' && isSum(one.operand));
