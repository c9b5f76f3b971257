import assert from 'node:assert/strict';
import test from 'node:test';
import { openBench } from '../../../test/finding/workbench.ts';
import { commitMessage } from '../patch/commitMessage.ts';
import { describeFix } from './describeFix.ts';
import { describeFixes, type Fixed } from './describeFixes.ts';
import { editsFor } from './editsFor.ts';

const bench = await openBench();

const HEAD = `#include <linux/slab.h>
#include <linux/vmalloc.h>
struct box { int n; u32 items[]; };
`;

/** A function of its own for each body. */
const inFunctions = (...bodies: readonly string[]): string =>
  HEAD
  + bodies
    .map((body, index) => `\nstatic void fill${index}(struct box *b, u32 *p, u32 *q, int n)\n{\n\t${body}\n}\n`)
    .join('');

const fixedIn = (text: string, path = 'drivers/base/made.c'): Fixed[] =>
  bench.judge(text, path).map(({ allocation, judgement }) => {
    assert.ok(judgement.fix === 'ready', judgement.fix === 'ready' ? '' : JSON.stringify(judgement.refusals));
    const edits = editsFor(allocation, judgement, Buffer.from(text, 'latin1'), bench.workshop);
    return { allocation, rewrite: judgement, edits };
  });

/** Without the ends of lines that only wrap. */
const unwrapped = (text: string): string => text.replace(/(?<!\n)\n(?![\n-])/g, ' ');

const described = (fixed: readonly Fixed[]) => {
  const [first = assert.fail(), ...others] = fixed;
  const { subjects, what } = describeFixes([first, ...others], 'a heading');
  return { subjects, what: unwrapped(what), lines: what.split('\n') };
};

const ARRAY = 'p = kmalloc(n * sizeof(*p), GFP_KERNEL);';
const ZEROED = 'q = kzalloc(n * sizeof(*q), GFP_KERNEL);';
const BOX = 'b = kmalloc(sizeof(*b) + n * sizeof(u32), GFP_KERNEL);';
const USER = 'p = vmalloc_user(n * sizeof(*p));';

test('one site is described as before, with a shorter subject beside', () => {
  const [only = assert.fail()] = fixedIn(inFunctions(ARRAY));
  const { subject, what } = describeFix(only.allocation, only.rewrite, only.edits, 'a heading');
  assert.deepEqual(describeFixes([only], 'a heading'), { subjects: [subject, 'use kmalloc_array()'], what });
});

test('one helper in several functions: each function once, with what it computes', () => {
  const { subjects, what } = described(fixedIn(inFunctions(`${ARRAY}\n\tq = kmalloc(n * 4, GFP_KERNEL);`, ARRAY)));
  assert.deepEqual(subjects, ['use kmalloc_array()', 'use the array allocators']);
  assert.equal(
    what,
    `Use kmalloc_array(), which takes both factors and fails when their product wraps, instead of computing these in \
the arguments of kmalloc():

- fill0(): n * sizeof(*p), n * 4
- fill1(): n * sizeof(*p)

Documentation/process/deprecated.rst asks for this under "a heading".`,
  );
});

test('several sites of one function need no list', () => {
  const { subjects, what } = described(fixedIn(inFunctions(`${ARRAY}\n\t${ZEROED}`)));
  assert.deepEqual(subjects, [
    'use kmalloc_array() and kcalloc() in fill0()',
    'use kmalloc_array() and kcalloc()',
    'use the array allocators',
  ]);
  assert.match(what, /^Use kmalloc_array\(\) and kcalloc\(\), which take both factors and fail when/);
  assert.match(what, /computing n \* sizeof\(\*p\) and n \* sizeof\(\*q\) in the arguments of kmalloc\(\) and /);
  assert.doesNotMatch(what, /\n/);
});

test('what takes factors and what computes a size are told apart', () => {
  const { subjects, what } = described(fixedIn(inFunctions(ARRAY, BOX)));
  assert.deepEqual(subjects, ['use kmalloc_array() and struct_size()', 'use the overflow-checking helpers']);
  assert.match(what, /, and let struct_size\(\) compute the other size, so that it saturates instead of wrapping, /);
  const sizes = described(fixedIn(inFunctions(USER, BOX)));
  assert.match(sizes.what, /^Let array_size\(\) and struct_size\(\) compute the sizes, so that they saturate/);
});

test('more than two helpers are named together', () => {
  const { subjects } = described(fixedIn(inFunctions(ARRAY, ZEROED, USER)));
  assert.deepEqual(subjects, ['use the overflow-checking helpers']);
  const arrays = described(fixedIn(inFunctions(ARRAY, ZEROED, 'p = vmalloc(n * sizeof(*p));')));
  assert.deepEqual(arrays.subjects, ['use the array allocators']);
});

test('several files are told by what differs in their paths', () => {
  const one = fixedIn(inFunctions(ARRAY), 'drivers/media/pci/a/a.c');
  const other = fixedIn(inFunctions(ARRAY), 'drivers/media/pci/b.c');
  const { what } = described([...one, ...other]);
  assert.match(what, /\n- a\/a\.c, fill0\(\): n \* sizeof\(\*p\)\n- b\.c, fill0\(\): n \* sizeof\(\*p\)\n/);
});

test('the list fits a message, however much there is to say', () => {
  const wide = Array.from({ length: 9 }, (_, at) => `p = kmalloc(n * sizeof(p[${at}]), GFP_KERNEL);`).join('\n\t');
  const what = described(fixedIn(inFunctions(wide, wide))).lines.join('\n');
  const lines = commitMessage({ subject: 'x', why: 'y', what }).split('\n');
  assert.deepEqual(
    lines.filter((line) => line.length > 75),
    [],
  );
  assert.equal(lines.filter((line) => line.startsWith('- fill')).length, 2);
  assert.equal(lines.filter((line) => /^ {2}\S/.test(line)).length, 4);
});

test('no line begins with the sign of a product, which would be one of a list, and none is too wide', () => {
  for (let length = 1; length < 40; length++) {
    const count = `n${'x'.repeat(length)}`;
    const body = [4, 8].map((size) => `p = kmalloc(${count} * ${size}, GFP_KERNEL);`).join('\n\t');
    const { lines } = described(fixedIn(`${HEAD}\nstatic void f(u32 *p, int ${count})\n{\n\t${body}\n}\n`));
    for (const line of lines) assert.ok(line.length <= 75 && !/^[-*+] /.test(line), line);
  }
});

test('a memcpy() beside is told of only where it is changed', () => {
  const beside = `${BOX}\n\tmemcpy(b->items, p, n * sizeof(u32));`;
  assert.doesNotMatch(described(fixedIn(inFunctions(BOX, ARRAY))).what, /flex_array_size/);
  assert.match(
    described(fixedIn(inFunctions(beside, ARRAY))).what,
    / beside one of them becomes flex_array_size\(\)\.$/,
  );
  assert.match(described(fixedIn(inFunctions(beside, beside))).what, / beside them become flex_array_size\(\)\.$/);
});

test('it says what is changed, and nothing of why', () => {
  assert.doesNotMatch(described(fixedIn(inFunctions(ARRAY, BOX))).what, /vulnerab|secur|attack|bug|exploit/i);
});
