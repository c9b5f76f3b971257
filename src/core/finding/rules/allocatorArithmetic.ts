import type { Source } from '../rule.ts';
import { headerAndArray } from './headerAndArray.ts';
import { headerAndBytes } from './headerAndBytes.ts';
import { otherArithmetic } from './otherArithmetic.ts';
import { productInAllocation } from './productInAllocation.ts';

/** The family: one section of the tree's document, one rule for each shape that the arithmetic takes. */
export const allocatorArithmetic = {
  name: 'allocator-arithmetic',
  title: 'open-coded arithmetic in allocator arguments',
  source: {
    file: 'Documentation/process/deprecated.rst',
    heading: 'open-coded arithmetic in allocator arguments',
    phrase: 'risk of them overflowing',
  } satisfies Source,
  shapes: [productInAllocation, headerAndArray, headerAndBytes, otherArithmetic],
} as const;
