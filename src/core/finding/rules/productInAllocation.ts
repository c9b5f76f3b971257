import { isByte, typeWords } from '../../tree/c/cType.ts';
import type { Expression } from '../../tree/c/expression.ts';
import { resolved, sizedType } from '../../tree/c/typeOf.ts';
import { countAndSize } from '../countAndSize.ts';
import { oneLine } from '../oneLine.ts';
import { byHand, refused, type Shaped, type ShapeRule } from '../rule.ts';
import { sumAsCount } from '../sumAsCount.ts';

type Product = Shaped<'product'>;

/** `kmalloc(count * size)`. Implements process/deprecated.rst, "open-coded arithmetic in allocator arguments". */
export const productInAllocation: ShapeRule<'product'> = {
  name: 'product-in-allocation',
  shape: 'product',
  title: 'a product is computed in an allocator’s argument: if it wraps, less is allocated than is used',
  cure: 'the two-factor form of the allocator, or array_size() where there is none',
  asks: [oneByteElement, threeFactors, sumAsCount, bitmap],
  rewrite: (allocation) => {
    const { allocator, helpers, found, shape, scope } = allocation;
    const [one, other] = shape.factors;
    if (!one || !other) return byHand('not-understood', 'The product has one factor only.');
    const { count, size, says } = countAndSize(one, other, scope);
    const factors = [argument(count), argument(size)];
    const { twoFactor } = allocator;
    if (twoFactor !== undefined && helpers.has(twoFactor)) {
      if (twoFactor === 'kmemdup_array' && !helpers.kmemdupArrayTakesCountFirst) factors.reverse();
      return { fix: 'ready', name: twoFactor, arguments: inPlaceOf(allocation, factors), says: [says] };
    }
    if (!helpers.has('array_size')) return byHand('no-helper', 'This tree has no array_size().');
    const why = `${allocator.name}() has no two-factor form in this tree, so the size saturates in array_size()`;
    const saturating = [`array_size(${factors.join(', ')})`];
    return { fix: 'ready', name: found.call.name, arguments: inPlaceOf(allocation, saturating), says: [says, why] };
  },
  examples: [
    { before: 'p = kmalloc(n * sizeof(*p), GFP_KERNEL);', after: 'p = kmalloc_array(n, sizeof(*p), GFP_KERNEL);' },
    { before: 'p = kzalloc(sizeof(*p) * n, GFP_KERNEL);', after: 'p = kcalloc(n, sizeof(*p), GFP_KERNEL);' },
    { before: 'p = kmalloc(width * height, GFP_KERNEL);', after: 'p = kmalloc_array(height, width, GFP_KERNEL);' },
    { before: 'p = vmalloc_user(n * sizeof(*p));', after: 'p = vmalloc_user(array_size(n, sizeof(*p)));' },
    { before: 'p = kmalloc(16 * sizeof(*p), GFP_KERNEL);', refused: 'constant' },
    { before: 'p = kmalloc(n++ * sizeof(*p), GFP_KERNEL);', refused: 'side-effect' },
    { before: 'q = kmalloc(n * sizeof(char), GFP_KERNEL);', refused: 'one-byte-element' },
    { before: 'p = kmalloc(n * m * sizeof(*p), GFP_KERNEL);', refused: 'three-factors' },
    { before: 'p = kmalloc((n + 1) * sizeof(*p), GFP_KERNEL);', refused: 'count-is-a-sum' },
    { before: 'p = kzalloc(BITS_TO_LONGS(n) * sizeof(long), GFP_KERNEL);', refused: 'bitmap' },
    {
      before: 'if (n > SIZE_MAX / sizeof(*p)) return; p = kmalloc(n * sizeof(*p), GFP_KERNEL);',
      refused: 'already-checked',
    },
    { before: '#if 0\n\tp = kmalloc(n * sizeof(*p), GFP_KERNEL);\n#endif', refused: 'not-compiled' },
  ],
};

/** The arguments with the size replaced. */
export const inPlaceOf = ({ found, allocator }: Pick<Product, 'found' | 'allocator'>, size: string[]): string[] =>
  found.call.arguments.flatMap((one, index) => (index === allocator.size ? size : [one.text]));

/** An argument's words: a cast to size_t says nothing that the parameter does not. */
export const argument = (factor: Expression): string =>
  factor.kind === 'cast' && /^(?:size_t|unsigned long|ulong)$/.test(factor.type.trim())
    ? factor.operand.text
    : factor.text;

function oneByteElement({ shape, scope }: Product) {
  const small = shape.factors.find(
    (one) => one.text === '1' || (one.kind === 'sizeof' && isByte(resolved(sizedType(one, scope), scope))),
  );
  if (!small || shape.factors.length !== 2) return undefined;
  const words = small.kind === 'sizeof' ? typeWords(resolved(sizedType(small, scope), scope)) : '1';
  return refused('one-byte-element', `${small.text} is 1 (${words}), and a product with 1 cannot wrap.`);
}

function threeFactors({ shape }: Product) {
  const { factors } = shape;
  if (factors.length < 3) return undefined;
  const [first, second, third] = factors.map((one) => oneLine(one.text));
  const proposal = factors.length === 3 ? `array3_size(${first}, ${second}, ${third})` : undefined;
  return byHand(
    'three-factors',
    `${factors.length} factors: a person decides which of them belong together.`,
    proposal,
  );
}

function bitmap({ shape }: Product) {
  const bits = shape.factors.find((one) => one.kind === 'call' && one.name === 'BITS_TO_LONGS');
  return bits && byHand('bitmap', `${bits.text} makes this a bitmap: bitmap_alloc() and bitmap_zalloc() say so.`);
}
