import { composed } from '../composed.ts';
import { endingOf } from '../endingOf.ts';
import { oneLine } from '../oneLine.ts';
import { byHand, type Refusal, type Rewrite, type Shaped, type ShapeRule } from '../rule.ts';
import type { Sizeof } from '../sizeShape.ts';
import { sumAsCount } from '../sumAsCount.ts';
import { argument, inPlaceOf } from './productInAllocation.ts';

type HeaderAndArray = Shaped<'header and array'>;

/**
 * `kzalloc(sizeof(*p) + n * sizeof(*p->items))`. Implements process/deprecated.rst, "open-coded arithmetic in allocator
 * arguments".
 */
export const headerAndArray: ShapeRule<'header and array'> = {
  name: 'header-and-array',
  shape: 'header and array',
  title: 'the size of a struct with a trailing array is computed in an allocator’s argument',
  cure: 'struct_size(), where the struct ends in a flexible array of these very elements',
  asks: [threeFactors, sumAsCount],
  rewrite: (allocation) => {
    const ending = endingOf(allocation);
    if ('fix' in ending) return withProposal(ending, allocation);
    const { shape } = allocation;
    const element = shape.factors.find((one): one is Sizeof => one.kind === 'sizeof' && ending.holds(one));
    if (!element && ending.holdsBytes && ending.pointer !== undefined) {
      const says = `${oneLine(shape.product.text)} is a number of bytes that is computed too, and may wrap by itself.`;
      const proposal = `struct_size(${ending.pointer}, ${ending.member}, ${composed(shape.product)})`;
      return byHand('count-is-a-product', says, proposal);
    }
    if (!element) {
      const product = oneLine(shape.product.text);
      const says = `${ending.words} ends in ${ending.member}[], whose elements are not what ${product} counts.`;
      return byHand('another-element', says, composed(allocation.size));
    }
    const [count] = shape.factors.filter((one) => one !== element);
    if (!count) return byHand('not-understood', 'The product has one factor only.');
    return structSize(allocation, ending, argument(count), oneLine(shape.product.text));
  },
  examples: [
    {
      given: 'struct item { int a; };\nstruct box { int n; struct item items[]; };\nstruct box *b;',
      before: 'b = kzalloc(sizeof(*b) + n * sizeof(*b->items), GFP_KERNEL);',
      after: 'b = kzalloc(struct_size(b, items, n), GFP_KERNEL);',
    },
    {
      given: 'struct item { int a; };\nstruct box { int n; struct item items[]; };\nstruct box *b;',
      before: 'b = kzalloc(sizeof(struct item) * n + sizeof(struct box), GFP_KERNEL);',
      after: 'b = kzalloc(struct_size(b, items, n), GFP_KERNEL);',
    },
    {
      given: 'struct box { int n; u32 items[]; };\nstruct box *b;',
      before: 'b = kzalloc(sizeof(*b) + n * sizeof(u64), GFP_KERNEL);',
      refused: 'another-element',
    },
    {
      given: 'struct box { int n; u32 items[1]; };\nstruct box *b;',
      before: 'b = kzalloc(sizeof(*b) + n * sizeof(u32), GFP_KERNEL);',
      refused: 'one-element-array',
    },
    {
      given: 'struct box { int n; u32 items[0]; };\nstruct box *b;',
      before: 'b = kzalloc(sizeof(*b) + n * sizeof(u32), GFP_KERNEL);',
      refused: 'zero-length-array',
    },
    {
      given: 'struct box { int n; };\nstruct box *b;',
      before: 'b = kzalloc(sizeof(*b) + n * sizeof(u32), GFP_KERNEL);',
      refused: 'no-flexible-array',
    },
    {
      given: 'struct box { int n; };\nstruct lid { struct box b; u32 items[]; };\nstruct lid *l;',
      before: 'l = kzalloc(sizeof(struct box) + n * sizeof(u32), GFP_KERNEL);',
      refused: 'header-not-its-own',
    },
    {
      given: 'struct gone *g;',
      before: 'g = kzalloc(sizeof(*g) + n * sizeof(u32), GFP_KERNEL);',
      refused: 'struct-not-found',
    },
    { before: 'q = kzalloc(sizeof(void *) + n * sizeof(u32), GFP_KERNEL);', refused: 'not-a-struct' },
  ],
};

/** struct_size() with the pointer that gets the memory, else struct_size_t() with the type, where the tree has it. */
export const structSize = (
  allocation: Pick<HeaderAndArray, 'found' | 'allocator' | 'helpers' | 'size'>,
  ending: Exclude<ReturnType<typeof endingOf>, Refusal>,
  count: string,
  bytes: string,
): Rewrite | Refusal => {
  const { found, helpers, size } = allocation;
  const name = ending.pointer === undefined ? 'struct_size_t' : 'struct_size';
  if (!helpers.has(name)) {
    const says = ending.pointer === undefined ? 'No pointer to the struct gets the memory' : 'The struct fits';
    return byHand('no-helper', `${says}, and this tree has no ${name}().`, composed(size));
  }
  const what = ending.pointer ?? ending.words;
  const says = `${ending.words} ends in the flexible array ${ending.member}[], found through the file’s includes`;
  return {
    fix: 'ready',
    name: found.call.name,
    arguments: inPlaceOf(allocation, [`${name}(${what}, ${ending.member}, ${count})`]),
    says: [says],
    ...(ending.pointer === undefined
      ? {}
      : { flexible: { pointer: ending.pointer, member: ending.member, count, bytes } }),
  };
};

/** The helpers that saturate serve where struct_size() does not; a person looks whether they should. */
export const withProposal = (refusal: Refusal, { size }: Pick<HeaderAndArray, 'size'>): Refusal =>
  refusal.fix === 'by hand' && refusal.proposal === undefined ? { ...refusal, proposal: composed(size) } : refusal;

function threeFactors({ shape, size }: HeaderAndArray) {
  if (shape.factors.length < 3) return undefined;
  const says = `${oneLine(shape.product.text)} has ${shape.factors.length} factors: a person decides which belong together.`;
  return byHand('three-factors', says, composed(size));
}
