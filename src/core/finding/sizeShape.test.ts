import assert from 'node:assert/strict';
import test from 'node:test';
import { openBench } from '../../../test/finding/workbench.ts';
import { argumentSpans } from '../tree/c/argumentSpans.ts';
import { callInFunction } from '../tree/c/callInFunction.ts';
import type { Expression } from '../tree/c/expression.ts';
import { composed } from './composed.ts';
import { isConstant } from './isConstant.ts';
import { sizeShape } from './sizeShape.ts';

const { workshop } = await openBench();

const HEAD = '#define SIX 6\n#define VARIES (here->n)\n#define CALLS f(2)\n#define SIZED (2 * sizeof(int))\n';

const read = (words: string): Expression => {
  const text = `${HEAD}\nstatic void f(int n, int m, int LOCAL, struct a *p)\n{\n\tvoid *r = kmalloc(${words}, g);\n}\n`;
  const bytes = Buffer.from(text, 'latin1');
  const at = text.indexOf('kmalloc');
  const spans = argumentSpans(bytes, at + 7) ?? assert.fail(words);
  const call = callInFunction(workshop.parser, bytes, at, spans.end) ?? assert.fail(words);
  return call.call.arguments[0] ?? assert.fail(words);
};

const told = (words: string): string => {
  const shape = sizeShape(read(words));
  const list = (all: readonly Expression[]): string => all.map(({ text }) => text).join(', ');
  switch (shape?.shape) {
    case 'product':
      return `product of ${list(shape.factors)}`;
    case 'header and array':
      return `${shape.header.text} and an array of ${list(shape.factors)}`;
    case 'header and bytes':
      return `${shape.header.text} and ${shape.bytes.text} bytes`;
    case 'other':
      return `other: ${list(shape.terms)}`;
    default:
      return 'none';
  }
};

const shapes: readonly [string, string][] = [
  ['n * m', 'product of n, m'],
  ['(n) * (m)', 'product of n, m'],
  ['n * m * sizeof(*p)', 'product of n, m, sizeof(*p)'],
  ['n * (m * 2)', 'product of n, m, 2'],
  ['(n + 1) * m', 'product of n + 1, m'],
  ['sizeof(*p) + n * m', 'sizeof(*p) and an array of n, m'],
  ['n * m + sizeof(*p)', 'sizeof(*p) and an array of n, m'],
  ['sizeof(*p) + (n * m)', 'sizeof(*p) and an array of n, m'],
  ['sizeof(*p) + n', 'sizeof(*p) and n bytes'],
  ['n + sizeof(*p)', 'sizeof(*p) and n bytes'],
  ['sizeof(*p) + (n - 1)', 'sizeof(*p) and n - 1 bytes'],
  ['sizeof(*p) + n + m', 'other: sizeof(*p), n, m'],
  ['n * m + 1', 'other: n * m, 1'],
  ['n * m + m * n', 'other: n * m, m * n'],
  ['ALIGN(n * m, 8)', 'other: ALIGN(n * m, 8)'],
  ['n * m / 2', 'other: n * m / 2'],
  ['(size_t)(n * m)', 'other: (size_t)(n * m)'],
  ['sizeof(*p) + ALIGN(n * 2, 8)', 'other: sizeof(*p), ALIGN(n * 2, 8)'],
  ['n', 'none'],
  ['n + m', 'none'],
  ['n + 1', 'none'],
  ['sizeof(*p)', 'none'],
  ['sizeof(n * m)', 'none'],
  ['f(n) + 1', 'none'],
];

for (const [words, shape] of shapes) test(`${words} is ${shape}`, () => assert.equal(told(words), shape));

const compositions: readonly [string, string][] = [
  ['n * m', 'size_mul(n, m)'],
  ['n * m * 3', 'size_mul(size_mul(n, m), 3)'],
  ['n + m * (n - 3)', 'size_add(n, size_mul(m, size_sub(n, 3)))'],
  ['sizeof(*p) + n + 1', 'size_add(size_add(sizeof(*p), n), 1)'],
  ['n - m - 1', 'size_sub(size_sub(n, m), 1)'],
  ['n /* a */ *\n\t m', 'size_mul(n, m)'],
  ['n / 2 * m', 'size_mul(n / 2, m)'],
  ['ALIGN(n * m, 8)', 'ALIGN(n * m, 8)'],
  ['struct_size(p, a, n * 2) + 8', 'size_add(struct_size(p, a, size_mul(n, 2)), 8)'],
  ['array_size(n + 1, 4)', 'array_size(size_add(n, 1), 4)'],
];

for (const [words, expected] of compositions) {
  test(`${words.replace(/\s+/g, ' ')} in helpers`, () => assert.equal(composed(read(words)), expected));
}

test('what the compiler knows, and what it does not', () => {
  const names = new Map([['LOCAL', { kind: 'unknown' } as const]]);
  const definitions = workshop.definitionsOf('mm/none.c');
  const macros: Readonly<Record<string, string>> = {
    SIX: '6',
    VARIES: '(here->n)',
    CALLS: 'f(2)',
    SIZED: '(2 * sizeof(int))',
    CHIP5x_PARTS: '4',
  };
  const scope = { names, definitions: { ...definitions, macro: (name: string) => macros[name] } };
  for (const words of ['1', "'a'", 'sizeof(*p)', 'SIX', 'PAGE_SIZE', 'SIZED', 'SIX * 2 + 1', '(size_t)SIX', '-SIX']) {
    assert.ok(isConstant(read(words), scope), words);
  }
  for (const words of [
    'ARRAY_SIZE(p->a)',
    'BIT(3)',
    'max(SIX, 2)',
    'max_t(size_t, SIX, 2)',
    'CHIP5x_PARTS',
    'SIX ? 1 : 2',
  ]) {
    assert.ok(isConstant(read(words), scope), words);
  }
  for (const words of [
    'n',
    'n * 2',
    'p->n',
    'LOCAL',
    'VARIES',
    'f(1)',
    'BIT(n)',
    'max(n, 2)',
    'Parts',
    'p->a[1]',
    'SIX * n',
  ]) {
    assert.ok(!isConstant(read(words), scope), words);
  }
});
