import type { Expression } from '../tree/c/expression.ts';
import type { Scope } from '../tree/c/typeOf.ts';
import { isConstant } from './isConstant.ts';

export interface CountAndSize {
  readonly count: Expression;
  readonly size: Expression;
  /** How the two were told apart; a sentence. */
  readonly says: string;
  /** Whether the code tells; else the order is a convention. */
  readonly certain: boolean;
}

const COUNT =
  /(?:^|_|\b)(?:n|nr|num|no|cnt|count|entries|items|elems|rows?|height|h|vdisplay|lines|depth|layers)(?:$|_|\b|\d|s\b)|^n[a-z]|^num/i;
const SIZE =
  /(?:^|_|\b)(?:\w*size|sz|len|length|bytes|stride|pitch|width|w|cols?|columns|cpp|bpp|hdisplay)(?:$|_|\b|\d|s\b)/i;

/** Count first, size second, as kmalloc_array() and its kin take them (include/linux/slab.h). */
export const countAndSize = (one: Expression, other: Expression, scope: Scope): CountAndSize => {
  const sized = [one, other].filter(holdsSizeof);
  if (sized.length === 1) {
    const [size = other] = sized;
    return { count: size === one ? other : one, size, says: 'the factor with sizeof is the size', certain: true };
  }
  const constant = [one, other].filter((factor) => isConstant(factor, scope));
  if (constant.length === 1) {
    const [size = other] = constant;
    const says = `${size.text} does not vary, so it is taken for the size of one element`;
    return { count: size === one ? other : one, size, says, certain: false };
  }
  const swap = leaning(one) < leaning(other);
  const [count, size] = swap ? [other, one] : [one, other];
  const tells = leaning(one) !== leaning(other);
  const says = tells
    ? `neither factor is a sizeof; by their names ${count.text} counts and ${size.text} is the size of one, rows first`
    : 'neither factor is a sizeof and nothing tells which counts: count first, size second is a convention, look at it';
  return { count, size, says, certain: false };
};

/** How much a name sounds like a count: 1, 0 or -1 for a size. */
const leaning = (factor: Expression): number => {
  const name = /(\w+)\W*$/.exec(factor.text)?.[1] ?? '';
  if (COUNT.test(name) && !/size|len$|bytes/i.test(name)) return 1;
  return SIZE.test(name) ? -1 : 0;
};

const holdsSizeof = (factor: Expression): boolean =>
  factor.kind === 'sizeof' || (factor.kind === 'cast' && factor.operand.kind === 'sizeof');
