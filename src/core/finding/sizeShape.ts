import type { Expression } from '../tree/c/expression.ts';

/** How a size is put together. Factors and terms are in the order of the text; parentheses around them are dropped. */
export type SizeShape =
  /** Two or more factors: `n * sizeof(*p)`, `width * height`. */
  | { readonly shape: 'product'; readonly factors: readonly Expression[] }
  /** `sizeof(*p) + n * sizeof(*p->items)`, in any order. */
  | {
      readonly shape: 'header and array';
      readonly header: Sizeof;
      readonly product: Expression;
      readonly factors: readonly Expression[];
    }
  /** `sizeof(*p) + len`, in any order. */
  | { readonly shape: 'header and bytes'; readonly header: Sizeof; readonly bytes: Expression }
  /** More than that: several terms, a product inside something else. */
  | { readonly shape: 'other'; readonly terms: readonly Expression[]; readonly nested: boolean };

export type Sizeof = Expression & { readonly kind: 'sizeof' };

/** The shape of a size argument; undefined where there is no arithmetic of the kind that can wrap (`len + 1`). */
export const sizeShape = (size: Expression): SizeShape | undefined => {
  const terms = operands(size, '+');
  const [only, second] = terms;
  if (!only) return undefined;
  if (!second) return shapeOfTerm(only);
  if (!terms.some((term) => term.kind === 'sizeof' || holdsProduct(term))) return undefined;
  if (terms.length > 2) return { shape: 'other', terms, nested: false };

  const header = [only, second].find((term) => term.kind === 'sizeof');
  if (header?.kind !== 'sizeof') return { shape: 'other', terms, nested: false };
  const rest = header === only ? second : only;
  const factors = operands(rest, '*');
  if (factors.length > 1) return { shape: 'header and array', header, product: rest, factors };
  return holdsProduct(rest) || hasSum(rest)
    ? { shape: 'other', terms, nested: true }
    : { shape: 'header and bytes', header, bytes: rest };
};

const shapeOfTerm = (term: Expression): SizeShape | undefined => {
  const factors = operands(term, '*');
  if (factors.length > 1) return { shape: 'product', factors };
  return holdsProduct(term) || hasSum(term) ? { shape: 'other', terms: [term], nested: true } : undefined;
};

/** The operands of a chain of one operator. A cast to an integer type around the whole does not hide it. */
export const operands = (expression: Expression, operator: string): Expression[] => {
  if (expression.kind !== 'binary' || expression.operator !== operator) return [expression];
  return [...operands(expression.left, operator), ...operands(expression.right, operator)];
};

/** Whether a product stands anywhere inside, but not under sizeof. */
export const holdsProduct = (expression: Expression): boolean =>
  (expression.kind === 'binary' && expression.operator === '*') || parts(expression).some(holdsProduct);

/** Whether a sum with a sizeof stands inside something else. */
export const hasSum = (expression: Expression): boolean =>
  (expression.kind === 'binary'
    && expression.operator === '+'
    && operands(expression, '+').some((term) => term.kind === 'sizeof'))
  || parts(expression).some(hasSum);

/** The expressions that one is made of; what is under sizeof is not computed and does not count. */
export const parts = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'binary':
    case 'assignment':
      return [expression.left, expression.right];
    case 'unary':
    case 'cast':
      return [expression.operand];
    case 'field':
      return [expression.object];
    case 'index':
      return [expression.object, expression.index];
    case 'call':
      return expression.arguments;
    case 'other':
      return expression.parts;
    default:
      return [];
  }
};

/** Whether something holds for an expression or anything inside it. */
export const someInside = (expression: Expression, ask: (one: Expression) => boolean): boolean =>
  ask(expression) || parts(expression).some((part) => someInside(part, ask));
