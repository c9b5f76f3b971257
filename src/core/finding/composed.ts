import type { Expression } from '../tree/c/expression.ts';
import { oneLine } from './oneLine.ts';
import { operands } from './sizeShape.ts';

const HELPERS: Readonly<Record<string, string>> = { '+': 'size_add', '*': 'size_mul', '-': 'size_sub' };

/** Which arguments of these are sizes or counts that may be computed themselves; from 0. */
const TAKES_SIZES: Readonly<Record<string, readonly number[]>> = {
  size_add: [0, 1],
  size_mul: [0, 1],
  size_sub: [0, 1],
  array_size: [0, 1],
  array3_size: [0, 1, 2],
  struct_size: [2],
  struct_size_t: [2],
};

/**
 * An expression with each operator as the helper that saturates: `a + b * (c - 3)` as
 * `size_add(a, size_mul(b, size_sub(c, 3)))`. The end of "open-coded arithmetic in allocator arguments".
 */
export const composed = (expression: Expression): string => {
  if (expression.kind === 'call') return composedCall(expression);
  const helper = expression.kind === 'binary' ? HELPERS[expression.operator] : undefined;
  if (expression.kind !== 'binary' || helper === undefined) return oneLine(expression.text);
  if (expression.operator === '-') return `size_sub(${composed(expression.left)}, ${composed(expression.right)})`;
  const [first = expression, ...rest] = operands(expression, expression.operator);
  return rest.reduce((text, operand) => `${helper}(${text}, ${composed(operand)})`, composed(first));
};

const composedCall = (call: Expression & { kind: 'call' }): string => {
  const computed = TAKES_SIZES[call.name];
  if (!computed) return oneLine(call.text);
  const args = call.arguments.map((arg, index) => (computed.includes(index) ? composed(arg) : oneLine(arg.text)));
  return `${call.name}(${args.join(', ')})`;
};
