import { composed } from '../composed.ts';
import { isConstant } from '../isConstant.ts';
import { oneLine } from '../oneLine.ts';
import { byHand, refused, type Shaped, type ShapeRule } from '../rule.ts';
import { holdsProduct, someInside } from '../sizeShape.ts';

type Other = Shaped<'other'>;

/** What rounds up: a size that saturated would wrap to a small one in there. */
const ROUNDS_UP =
  /^(?:ALIGN|L1_CACHE_ALIGN|PAGE_ALIGN|SKB_DATA_ALIGN|PTR_ALIGN|round_?up|DIV_ROUND_UP|.*_ALIGN|.*align)$/;

/** Everything else that is computed. Implements process/deprecated.rst, "open-coded arithmetic in allocator arguments". */
export const otherArithmetic: ShapeRule<'other'> = {
  name: 'other-arithmetic',
  shape: 'other',
  title: 'a size of several parts is computed in an allocator’s argument',
  cure: 'size_add(), size_mul() and size_sub(), put together by a person',
  asks: [onlyLooksLikeAProduct, twoArrays, roundedAfterwards],
  rewrite: ({ size }) =>
    byHand('several-parts', `${oneLine(size.text)} has parts that a person has to name.`, composed(size)),
  examples: [
    { before: 'p = kmalloc(sizeof(*p) * n + 1, GFP_KERNEL);', refused: 'precedence' },
    { before: 'p = kmalloc(n * sizeof(*p) + m * sizeof(u32), GFP_KERNEL);', refused: 'two-arrays' },
    { before: 'p = kmalloc(ALIGN(n * sizeof(*p), 64), GFP_KERNEL);', refused: 'rounded-afterwards' },
    { before: 'p = kmalloc(sizeof(*p) + len + 1, GFP_KERNEL);', refused: 'several-parts' },
    { before: 'p = kmalloc(n * m / 2, GFP_KERNEL);', refused: 'several-parts' },
  ],
};

function onlyLooksLikeAProduct({ shape, scope }: Other) {
  const product = shape.terms.find((term) => term.kind === 'binary' && term.operator === '*');
  const rest = shape.terms.filter((term) => term !== product);
  if (!product || rest.length === 0 || !rest.every((term) => isConstant(term, scope) && term.kind !== 'sizeof'))
    return undefined;
  const words = rest.map((term) => oneLine(term.text)).join(' + ');
  return refused('precedence', `The product is added to (${words}): one multiplication would allocate another size.`);
}

function twoArrays({ shape }: Other) {
  const arrays = shape.terms.filter((term) => term.kind !== 'sizeof');
  if (!arrays.some((term) => term.kind === 'binary' && term.operator === '*') || shape.terms.length < 2)
    return undefined;
  const words = shape.terms.map((term) => oneLine(term.text)).join(', and ');
  return refused('two-arrays', `One allocation holds several things: ${words}.`);
}

function roundedAfterwards({ size }: Other) {
  const rounding = roundingIn(size);
  if (!rounding) return undefined;
  return refused(
    'rounded-afterwards',
    `${rounding}() rounds the product up: a size that saturated would wrap to a small one.`,
  );
}

const roundingIn = (size: Other['size']): string | undefined => {
  let name: string | undefined;
  someInside(size, (part) => {
    if (part.kind !== 'call' || !ROUNDS_UP.test(part.name) || !part.arguments.some(holdsProduct)) return false;
    name = part.name;
    return true;
  });
  return name;
};
