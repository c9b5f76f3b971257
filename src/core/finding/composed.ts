import type { Expression } from '../tree/c/expression.ts';
import { oneLine } from './oneLine.ts';
import { operands } from './sizeShape.ts';

const HELPERS: Readonly<Record<string, string>> = { '+': 'size_add', '*': 'size_mul', '-': 'size_sub' };

/**
 * An expression with each operator as the helper that saturates: `a + b * (c - 3)` as
 * `size_add(a, size_mul(b, size_sub(c, 3)))`. The end of "open-coded arithmetic in allocator arguments".
 */
export const composed = (expression: Expression): string => {
  const helper = expression.kind === 'binary' ? HELPERS[expression.operator] : undefined;
  if (expression.kind !== 'binary' || helper === undefined) return oneLine(expression.text);
  if (expression.operator === '-') return `size_sub(${composed(expression.left)}, ${composed(expression.right)})`;
  const [first = expression, ...rest] = operands(expression, expression.operator);
  return rest.reduce((text, operand) => `${helper}(${text}, ${composed(operand)})`, composed(first));
};
