import assert from 'node:assert/strict';
import test from 'node:test';
import { openBench } from '../../../test/finding/workbench.ts';

const bench = await openBench({
  'include/linux/box.h':
    'struct item { u32 a; };\nstruct box { int n; struct item items[]; };\ntypedef struct box box_t;\n',
});

const GIVEN =
  '#include <linux/slab.h>\n#include <linux/box.h>\nstruct bag { int n; u8 data[]; };\nstruct holder { struct box *box; struct bag *bag; };\n';

/** What becomes of a statement: the call, or the first reason. */
const outcome = (statement: string): string | undefined => {
  const head = 'static int f(struct holder *h, struct box **out, struct box *b, box_t *t, void *v, int n, size_t len)';
  const { site } = bench.judge(`${GIVEN}\n${head}\n{\n\t${statement}\n}\n`)[0] ?? assert.fail(statement);
  return site.fix === 'ready' ? site.replacement : `${site.fix}: ${site.reasons[0]}`;
};

const outcomes: readonly [string, string][] = [
  ['b = kzalloc(sizeof(*b) + n * sizeof(struct item), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['b = kzalloc(sizeof(*b) + n * sizeof(b->items[0]), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['b = kzalloc(sizeof(*b) + n * sizeof(*b->items), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['b = kzalloc(sizeof(b[0]) + n * sizeof(*b->items), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['b = kzalloc(sizeof(struct box) + n * sizeof(struct item), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['b = kzalloc(sizeof(box_t) + n * sizeof(struct item), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['t = kzalloc(sizeof(*t) + n * sizeof(struct item), g);', 'kzalloc(struct_size(t, items, n), g)'],
  ['t = kzalloc(sizeof(struct box) + n * sizeof(struct item), g);', 'kzalloc(struct_size(t, items, n), g)'],
  ['h->box = kzalloc(sizeof(*h->box) + n * sizeof(struct item), g);', 'kzalloc(struct_size(h->box, items, n), g)'],
  ['*out = kzalloc(sizeof(**out) + n * sizeof(struct item), g);', 'kzalloc(struct_size(*out, items, n), g)'],
  ['v = kzalloc(sizeof(*b) + n * sizeof(struct item), g);', 'kzalloc(struct_size(b, items, n), g)'],
  ['v = kzalloc(sizeof(struct box) + n * sizeof(struct item), g);', 'kzalloc(struct_size_t(struct box, items, n), g)'],
  ['return kzalloc(sizeof(box_t) + n * sizeof(struct item), g);', 'kzalloc(struct_size_t(box_t, items, n), g)'],
  ['h->bag = kzalloc(sizeof(*h->bag) + len, g);', 'kzalloc(struct_size(h->bag, data, len), g)'],
  ['h->bag = kzalloc(sizeof(*h->bag) + len * sizeof(u8), g);', 'kzalloc(struct_size(h->bag, data, len), g)'],
  ['b = kzalloc(sizeof(*b) + n * sizeof(u32), g);', 'by hand: another-element'],
  ['b = kzalloc(sizeof(*b) + n * sizeof(struct item *), g);', 'by hand: another-element'],
  ['b = kzalloc(sizeof(*b) + len, g);', 'by hand: another-element'],
  ['h->bag = kzalloc(sizeof(*h->bag) + n * 4, g);', 'by hand: count-is-a-product'],
  ['b = kzalloc(sizeof(struct bag) + len, g);', 'refused: header-not-its-own'],
  ['h->box = kzalloc(sizeof(*h->bag) + len, g);', 'refused: header-not-its-own'],
  ['b = kzalloc(sizeof(b) + n * sizeof(struct item), g);', 'by hand: not-a-struct'],
  ['v = kzalloc(sizeof(u64) + len, g);', 'by hand: not-a-struct'],
  ['b = kzalloc(sizeof(u64) + len, g);', 'by hand: not-a-struct'],
  ['v = kzalloc(sizeof(struct gone) + len, g);', 'by hand: struct-not-found'],
  ['v = kzalloc(sizeof(*h) + len, g);', 'by hand: no-flexible-array'],
];

for (const [statement, expected] of outcomes) test(statement, () => assert.equal(outcome(statement), expected));

test('what a struct ends in is said', () => {
  const because = (statement: string): string => {
    const text = `${GIVEN}struct odd { int n; union { u8 a[]; u32 b[]; }; };\nint f(struct odd *o, struct holder *h, int n)\n{\n\t${statement}\n}\n`;
    return bench.judge(text)[0]?.site.because[0] ?? '';
  };
  assert.match(
    because('h = kzalloc(sizeof(*h) + n, g);'),
    /struct holder does not end in a flexible array, but in bag\./,
  );
  assert.match(because('o = kzalloc(sizeof(*o) + n, g);'), /struct odd .* an unnamed union/);
});
