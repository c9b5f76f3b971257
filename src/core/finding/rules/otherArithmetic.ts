import type { Expression } from '../../tree/c/expression.ts';
import { composed } from '../composed.ts';
import { isConstant } from '../isConstant.ts';
import { oneLine } from '../oneLine.ts';
import { byHand, refused, type Shaped, type ShapeRule } from '../rule.ts';
import { hasSum, holdsProduct, someInside } from '../sizeShape.ts';

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
  rewrite: ({ size }) => {
    const proposal = composed(size);
    const says = `${oneLine(size.text)} has parts that a person has to name.`;
    return byHand('several-parts', says, proposal === oneLine(size.text) ? undefined : proposal);
  },
  examples: [
    { before: 'p = kmalloc(sizeof(*p) * n + 1, GFP_KERNEL);', refused: 'precedence' },
    { before: 'p = kmalloc(n * sizeof(*p) + m * sizeof(u32), GFP_KERNEL);', refused: 'two-arrays' },
    { before: 'p = kmalloc(ALIGN(n * sizeof(*p), 64), GFP_KERNEL);', refused: 'rounded-afterwards' },
    { before: 'p = kmalloc(sizeof(*p) + len + 1, GFP_KERNEL);', refused: 'several-parts' },
    { before: 'p = kmalloc(n * m / 2, GFP_KERNEL);', refused: 'several-parts' },
  ],
};

function onlyLooksLikeAProduct({ shape, scope }: Other) {
  const rest = shape.terms.filter((term) => !isProduct(term));
  const isOne = shape.terms.length === rest.length + 1 && rest.length > 0;
  if (!isOne || !rest.every((term) => isConstant(term, scope) && !isHeader(term))) return undefined;
  const words = rest.map((term) => oneLine(term.text)).join(' + ');
  return refused('precedence', `The product is added to (${words}): one multiplication would allocate another size.`);
}

function twoArrays({ shape, scope }: Other) {
  const parts = shape.terms.filter((term) => isHeader(term) || !isConstant(term, scope));
  const isHeaderAndArray = parts.length === 2 && parts.filter(isHeader).length === 1;
  if (!parts.some(isProduct) || parts.length < 2 || isHeaderAndArray) return undefined;
  const words = shape.terms.map((term) => oneLine(term.text)).join(', and ');
  return refused('two-arrays', `One allocation holds several things: ${words}.`);
}

function roundedAfterwards({ size }: Other) {
  const rounding = roundingIn(size);
  if (!rounding) return undefined;
  return refused('rounded-afterwards', `${rounding}() rounds it up: a size that saturated would wrap to a small one.`);
}

const isProduct = (term: Expression): boolean => term.kind === 'binary' && term.operator === '*';

/** What a thing at the front of the memory is measured by. */
const isHeader = (term: Expression): boolean => term.kind === 'sizeof' || term.text.startsWith('offsetof');

const roundingIn = (size: Other['size']): string | undefined => {
  let name: string | undefined;
  someInside(size, (part) => {
    if (
      part.kind !== 'call'
      || !ROUNDS_UP.test(part.name)
      || !part.arguments.some((one) => holdsProduct(one) || hasSum(one))
    )
      return false;
    name = part.name;
    return true;
  });
  return name;
};
