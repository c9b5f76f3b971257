import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { openBench } from '../../../test/finding/workbench.ts';
import { argumentSpans } from '../tree/c/argumentSpans.ts';
import { callInFunction } from '../tree/c/callInFunction.ts';
import { hasArithmetic } from './hasArithmetic.ts';
import { sizeShape } from './sizeShape.ts';

const says = (words: string): boolean => {
  const bytes = Buffer.from(words, 'latin1');
  return hasArithmetic(bytes, { start: 0, end: bytes.length });
};

for (const words of [
  'n * m',
  'n*m',
  'sizeof(*p) * n',
  'n * sizeof *p',
  'sizeof x*n',
  '(n) * (m)',
  'a[1] * b[2]',
  'n /* one */ * /* two */ m',
  'n \\\n\t* m',
  "'a' * n",
  'sizeof(*p) + n',
  'n + sizeof(*p)',
  'n++ + sizeof(*p)',
  'n+++sizeof(*p)',
  'n++ * m',
  'sizeof("(") * n',
  'sizeof(x /* ) */) + n',
  '(u8){1} * n',
  'ALIGN(n * m, 8)',
]) {
  test(`yes to ${words}`, () => assert.ok(says(words)));
}

for (const words of [
  'n',
  'n + 1',
  'n + m + 1',
  'sizeof(*p)',
  'sizeof(struct foo *)',
  'sizeof(n * m)',
  'sizeof *p',
  '*n',
  '(u8 *)n',
  'n /* a * b */',
  'n // a * b',
  'f("a * b")',
  'n++',
  'n - sizeof(*p)',
  '',
]) {
  test(`no to ${words}`, () => assert.ok(!says(words)));
}

/** Expressions of C as text, deep and in odd spellings. */
const { expression } = fc.letrec<{ expression: string; operand: string; gap: string }>((tie) => ({
  gap: fc.constantFrom('', '', ' ', '\n\t\t', ' /* a + b */ ', ' /* ( */ ', ' \\\n', ' // *\n'),
  operand: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'n',
      'm',
      '3',
      '0x10UL',
      "'*'",
      'sizeof(*p)',
      'sizeof *p',
      'sizeof(struct a *)',
      'sizeof n',
      'p->a',
    ),
    fc.constantFrom('p->a[n]', 'sizeof("*)")', 'sizeof(p->a[0])', 'n++', '--m', '*q', '(u8)n', '~n', 'sizeof(n) '),
    tie('expression').map((one) => `(${one})`),
    tie('expression').map((one) => `f(${one}, "a * b")`),
    tie('expression').map((one) => `(size_t)(${one})`),
    tie('expression').map((one) => `p->a[${one}]`),
  ),
  expression: fc.oneof(
    { depthSize: 'small' },
    tie('operand'),
    fc
      .tuple(
        tie('operand'),
        tie('gap'),
        fc.constantFrom('+', '*', '-', '/', '<<', '|', '%'),
        tie('gap'),
        tie('operand'),
      )
      .map(([left, before, operator, after, right]) => `${left}${before}${operator}${after} ${right}`),
    fc.tuple(tie('operand'), tie('operand'), tie('operand')).map(([one, two, three]) => `${one} + ${two} * ${three}`),
  ),
}));

test('never no where the parser sees arithmetic', async () => {
  const { workshop } = await openBench();
  fc.assert(
    fc.property(expression, (words) => {
      const text = `static void f(int n, int m, struct a *p, int *q)\n{\n\tvoid *r = kmalloc(${words}, GFP_KERNEL);\n}\n`;
      const bytes = Buffer.from(text, 'latin1');
      const at = text.indexOf('kmalloc');
      const spans = argumentSpans(bytes, at + 7) ?? assert.fail(words);
      const [size] = callInFunction(workshop.parser, bytes, at, spans.end)?.call.arguments ?? [];
      if (!size || sizeShape(size) === undefined) return;
      assert.ok(hasArithmetic(bytes, spans.arguments[0] ?? assert.fail()), words);
    }),
    { numRuns: 2000 },
  );
});
