import type { Expression } from '../tree/c/expression.ts';
import type { Scope } from '../tree/c/typeOf.ts';
import { isConstant } from './isConstant.ts';
import { oneLine } from './oneLine.ts';

export interface CountAndSize {
  readonly count: Expression;
  readonly size: Expression;
  /** How the two were told apart; a sentence. */
  readonly says: string;
  /** Whether the code tells; else the order is a convention. */
  readonly certain: boolean;
}

const COUNTS = 'n|nr|num|no|cnt|count|entries|items|elems|rows?|height|h|vdisplay|lines|depth|layers';
const COUNT = new RegExp(String.raw`(?:^|_|\b)(?:${COUNTS})(?:$|_|\b|\d|s\b)|^n[a-z]|^num`, 'i');
/** Named for a size, but of what holds elements: how many there are. */
const HOLDS = /(?:ring|queue|table|tbl|heap|hash|pool)_?(?:size|sz)$/i;
const SIZE = /(?:size|sz|siz|bytes|stride|pitch|cpp|bpp)(?:$|_|\b|\d)|(?:^|_)sizeof|(?:ksz|dim)$/i;
/** A size beside a count, a count beside a size. */
const EITHER = /(?:^|_|[a-z])(?:len|length|width|w|cols?|columns|hdisplay)(?:$|_|\b|\d|s\b)/i;

/** Count first, size second, as kmalloc_array() and its kin take them (include/linux/slab.h). */
export const countAndSize = (one: Expression, other: Expression, scope: Scope): CountAndSize => {
  const sized = [one, other].filter(holdsSizeof);
  if (sized.length === 1) {
    const [size = other] = sized;
    return { count: size === one ? other : one, size, says: 'the factor with sizeof is the size', certain: true };
  }
  const [first, second] = [leaning(one, scope), leaning(other, scope)];
  const [count, size] = first < second ? [other, one] : [one, other];
  return { count, size, says: howTold(count, size, first === second, scope), certain: false };
};

const howTold = (count: Expression, size: Expression, same: boolean, scope: Scope): string => {
  if (same)
    return 'neither factor is a sizeof and nothing tells which counts: count first, size second is a convention, look at it';
  if (isConstant(size, scope) && !isConstant(count, scope))
    return `${oneLine(size.text)} does not vary, so it is taken for the size of one element`;
  const [counts, measures] = [oneLine(count.text), oneLine(size.text)];
  return `neither factor is a sizeof; by their names ${counts} counts and ${measures} is the size of one, rows first`;
};

/** How much a factor sounds like a count, down to what sounds like a size: what does not vary is rather a size. */
const leaning = (factor: Expression, scope: Scope): number => {
  const sound = soundOf(factor);
  if (!isConstant(factor, scope)) return sound;
  return sound === 0 ? -0.75 : sound - 0.1;
};

const soundOf = (factor: Expression): number => {
  const name = factor.kind === 'call' ? factor.name : (/(\w+)\W*$/.exec(factor.text)?.[1] ?? '');
  if (HOLDS.test(name)) return 0.5;
  if (SIZE.test(name)) return -1;
  if (COUNT.test(name)) return 1;
  return EITHER.test(name) ? -0.5 : 0;
};

const holdsSizeof = (factor: Expression): boolean =>
  factor.kind === 'sizeof' || (factor.kind === 'cast' && factor.operand.kind === 'sizeof');
