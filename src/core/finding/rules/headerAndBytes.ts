import { composed } from '../composed.ts';
import { endingOf } from '../endingOf.ts';
import { oneLine } from '../oneLine.ts';
import { byHand, type Shaped, type ShapeRule } from '../rule.ts';
import { structSize, withProposal } from './headerAndArray.ts';
import { argument } from './productInAllocation.ts';

type HeaderAndBytes = Shaped<'header and bytes'>;

const BUFFER = 'struct buffer { int n; u8 data[]; };\nstruct buffer *b;';

/** `kmalloc(sizeof(*p) + len)`. Implements process/deprecated.rst, "open-coded arithmetic in allocator arguments". */
export const headerAndBytes: ShapeRule<'header and bytes'> = {
  name: 'header-and-bytes',
  shape: 'header and bytes',
  title: 'the size of a struct and a number of bytes are added in an allocator’s argument',
  cure: 'struct_size(), where the struct ends in a flexible array of bytes; else size_add(), by hand',
  asks: [bytesAreComputed],
  rewrite: (allocation) => {
    const ending = endingOf(allocation);
    if ('fix' in ending) return withProposal(ending, allocation);
    const bytes = oneLine(allocation.shape.bytes.text);
    if (!ending.holdsBytes) {
      const larger = `${ending.words} ends in ${ending.member}[], whose elements are larger than a byte`;
      const says = `${larger}: is ${bytes} a number of bytes?`;
      return byHand('another-element', says, composed(allocation.size));
    }
    return structSize(allocation, ending, argument(allocation.shape.bytes), bytes);
  },
  examples: [
    {
      given: BUFFER,
      before: 'b = kmalloc(sizeof(*b) + len, GFP_KERNEL);',
      after: 'b = kmalloc(struct_size(b, data, len), GFP_KERNEL);',
    },
    { given: BUFFER, before: 'b = kmalloc(sizeof(*b) + 16, GFP_KERNEL);', refused: 'constant' },
    { given: BUFFER, before: 'b = kmalloc(sizeof(*b) + (len - n), GFP_KERNEL);', refused: 'count-is-a-sum' },
    {
      given: 'struct words { int n; u32 data[]; };\nstruct words *w;',
      before: 'w = kmalloc(sizeof(*w) + len, GFP_KERNEL);',
      refused: 'another-element',
    },
    {
      given: BUFFER,
      before: 'if (len > 4096) return; b = kmalloc(sizeof(*b) + len, GFP_KERNEL);',
      refused: 'already-checked',
    },
  ],
};

function bytesAreComputed({ shape, size }: HeaderAndBytes) {
  const { bytes } = shape;
  if (bytes.kind !== 'binary' || !'+-'.includes(bytes.operator)) return undefined;
  return byHand('count-is-a-sum', `${oneLine(bytes.text)} is computed too, and may wrap by itself.`, composed(size));
}
