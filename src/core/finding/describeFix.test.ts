import assert from 'node:assert/strict';
import test from 'node:test';
import { openBench } from '../../../test/finding/workbench.ts';
import { describeFix } from './describeFix.ts';
import { editsFor } from './editsFor.ts';

const bench = await openBench();

const described = (body: string) => {
  const text = `#include <linux/slab.h>\nstruct box { int n; u32 items[]; };\n\nstatic void fill(struct box *b, u32 *p, int n)\n{\n\t${body}\n}\n`;
  const { allocation, judgement } = bench.judge(text)[0] ?? assert.fail(body);
  assert.ok(judgement.fix === 'ready', body);
  const edits = editsFor(allocation, judgement, Buffer.from(text, 'latin1'), bench.workshop);
  return describeFix(allocation, judgement, edits, 'a heading');
};

test('the two-factor form, and the function that it is in', () => {
  const { subject, what } = described('p = kmalloc(n *\n\t\t    sizeof(*p), GFP_KERNEL);');
  assert.equal(subject, 'use kmalloc_array() in fill()');
  assert.match(what, /kmalloc_array\(\).*instead of computing n \* sizeof\(\*p\) in the argument of kmalloc\(\)/);
  assert.match(what, /Documentation\/process\/deprecated\.rst asks for this under "a heading"\.$/);
});

test('what computes the size in place', () => {
  assert.equal(described('p = vmalloc_user(n * sizeof(*p));').subject, 'use array_size() in fill()');
  const { subject, what } = described('b = kmalloc(sizeof(*b) + n * sizeof(u32), GFP_KERNEL);');
  assert.equal(subject, 'use struct_size() in fill()');
  assert.match(what, /saturates instead of wrapping/);
});

test('it says what is changed, and nothing of why', () => {
  for (const body of ['p = kmalloc(n * 4, GFP_KERNEL);', 'p = vmalloc_32(n * 4);']) {
    assert.doesNotMatch(described(body).what, /vulnerab|secur|attack|bug|exploit/i);
  }
});

test('a memcpy() beside is told of only where it is changed', () => {
  const alone = 'b = kmalloc(sizeof(*b) + n * sizeof(u32), GFP_KERNEL);';
  assert.doesNotMatch(described(alone).what, /flex_array_size/);
  const beside = `${alone}\n\tmemcpy(b->items, p, n * sizeof(u32));`;
  assert.match(described(beside).what, /The same product beside it becomes flex_array_size\(\)\.$/);
});
