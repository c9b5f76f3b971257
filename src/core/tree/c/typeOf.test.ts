import assert from 'node:assert/strict';
import test from 'node:test';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { callInFunction } from './callInFunction.ts';
import { type CType, typeWords } from './cType.ts';
import { createDefinitions } from './definitions.ts';
import type { Expression } from './expression.ts';
import { createParser } from './parser.ts';
import { resolved, type Scope, sizedType, typeOf } from './typeOf.ts';

const parser = await createParser(readGrammar());

const FILE = `typedef struct bar *bar_p;
typedef unsigned char byte_t;
struct item { u32 a; };
struct bar {
	struct item items[8];
	struct item *more;
	union { int left; long right; };
	byte_t bytes[16];
};
static struct bar *everywhere;

static void f(struct bar *bar, bar_p typed, struct bar plain, byte_t *buf, u8 grid[2][3])
{
	struct item *everything;
	HERE(EXPRESSION);
}
`;

const read = (words: string): { expression: Expression; scope: Scope } => {
  const text = FILE.replace('EXPRESSION', words);
  const at = text.indexOf('HERE');
  const bytes = Buffer.from(text, 'latin1');
  const found = callInFunction(parser, bytes, at, text.indexOf(';', at)) ?? assert.fail(words);
  const definitions = createDefinitions(parser, { read: (path) => (path === 'mm/a.c' ? bytes : undefined) })('mm/a.c');
  const [expression = assert.fail(words)] = found.call.arguments;
  return { expression, scope: { names: found.names, definitions } };
};

const NOT_FOUND = 'a type that was not found';

const types: readonly [string, string][] = [
  ['bar', 'struct bar *'],
  ['*bar', 'struct bar'],
  ['(bar)', 'struct bar *'],
  ['bar->items', 'struct item[8]'],
  ['bar->items[0]', 'struct item'],
  ['bar->items[0].a', 'u32'],
  ['*bar->items', 'struct item'],
  ['bar->more->a', 'u32'],
  ['bar->left', 'int'],
  ['plain.right', 'long'],
  ['typed->more', 'struct item *'],
  ['typed', 'bar_p'],
  ['&plain', 'struct bar *'],
  ['(&plain)->more', 'struct item *'],
  ['everywhere->more', 'struct item *'],
  ['everything', 'struct item *'],
  ['buf', 'byte_t *'],
  ['*buf', 'byte_t'],
  ['bar->bytes[1]', 'byte_t'],
  ['grid[0]', 'u8[3]'],
  ['grid[0][1]', 'u8'],
  ['(struct item *)buf', 'struct item *'],
  ['((struct bar *)buf)->more', 'struct item *'],
  ['bar->gone', NOT_FOUND],
  ['gone->more', NOT_FOUND],
  ['bar + 1', NOT_FOUND],
  ['g(bar)', NOT_FOUND],
];

for (const [words, type] of types) {
  test(`the type of ${words}`, () => {
    const { expression, scope } = read(words);
    assert.equal(typeWords(typeOf(expression, scope)), type);
  });
}

const sizes: readonly [string, string][] = [
  ['sizeof(*bar)', 'struct bar'],
  ['sizeof *bar', 'struct bar'],
  ['sizeof(bar->items[0])', 'struct item'],
  ['sizeof(struct item)', 'struct item'],
  ['sizeof(struct item *)', 'struct item *'],
  ['sizeof(byte_t)', 'u8'],
  ['sizeof(*buf)', 'u8'],
  ['sizeof(unsigned int)', 'u32'],
  ['sizeof(gone_t)', 'gone_t'],
  ['sizeof(*typed)', 'struct bar'],
];

for (const [words, type] of sizes) {
  test(`what ${words} asks about`, () => {
    const { expression, scope } = read(words);
    assert.ok(expression.kind === 'sizeof');
    assert.equal(typeWords(resolved(sizedType(expression, scope), scope)), type);
  });
}

test('a typedef below a pointer is resolved too', () => {
  const { scope } = read('bar');
  const pointer: CType = { kind: 'pointer', to: { kind: 'named', name: 'byte_t' } };
  assert.equal(typeWords(resolved(pointer, scope)), 'u8 *');
});
