import assert from 'node:assert/strict';
import test from 'node:test';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { typeWords } from './cType.ts';
import { createParser } from './parser.ts';
import { readStruct, type Tail, tailOf } from './structDefinition.ts';

const parser = await createParser(readGrammar());
const read = (text: string) => readStruct(parser, text) ?? assert.fail(`no struct in ${text}`);

/** The members of the body, as `name: type`. */
const members = (body: string): string[] =>
  read(`struct foo {\n${body}\n}`).members.map(({ name, type }) => `${name}: ${typeWords(type)}`);

test('members in their order, with their types', () => {
  assert.deepEqual(members('\tint a, *b;\n\tstruct bar *next;\n\tchar name[IFNAMSIZ];\n\tu8 grid[2][3];'), [
    'a: int',
    'b: int *',
    'next: struct bar *',
    'name: char[IFNAMSIZ]',
    'grid: u8[2][3]',
  ]);
});

test('members of unnamed structs and unions stand where they do, named ones do not', () => {
  assert.deepEqual(
    members('int a; union { int b; struct { int c; }; }; struct { int d; } e; struct bar { int f; } g;'),
    ['a: int', 'b: int', 'c: int', 'e: a type that was not found', 'g: struct bar'],
  );
});

test('bit fields, function pointers, comments and conditionals do not confuse it', () => {
  const body =
    '\tu32 a:3; /* three; bits */\n\tint (*f)(int a);\n#ifdef CONFIG_X\n\tint b;\n#else\n\tlong c;\n#endif\n\tu8 d;';
  assert.deepEqual(members(body), ['a: u32', 'f: a type that was not found *', 'b: int', 'd: u8']);
});

const tails: readonly [string, Tail, string | undefined][] = [
  ['int n; u8 data[];', 'flexible', 'data'],
  ['int n; u8 data[0];', 'zero-length', 'data'],
  ['int n; u8 data[1];', 'one-element', 'data'],
  ['int n; u8 data[2];', 'none', 'data'],
  ['int n; u8 data[SIZE];', 'none', 'data'],
  ['u8 data[1]; int n;', 'none', 'n'],
  ['int n; struct item items[] __counted_by(n);', 'flexible', 'items'],
  ['int n; struct item items[] __counted_by_le(n);', 'flexible', 'items'],
  ['int n; u8 data[] ____cacheline_aligned;', 'flexible', 'data'],
  ['int n; u8 data[] __aligned(8);', 'flexible', 'data'],
  ['int n; void *__ctx[] CRYPTO_MINALIGN_ATTR;', 'flexible', '__ctx'],
  ['int n; u8 data[] __attribute__((aligned(sizeof(u64))));', 'flexible', 'data'],
  ['int n; DECLARE_FLEX_ARRAY(struct item, items);', 'flexible', 'items'],
  ['int n; union { u8 bytes[]; u32 words[]; };', 'none', undefined],
  ['int n; union { DECLARE_FLEX_ARRAY(u8, a); DECLARE_FLEX_ARRAY(u32, b); };', 'none', undefined],
  ['int n; struct { int a; u8 data[]; };', 'none', undefined],
  ['int n; DECLARE_BITMAP(bits, 64);', 'none', undefined],
  ['int n;\n#ifdef CONFIG_X\nint m;\n#endif\nu8 data[]; /* must be last */', 'flexible', 'data'],
  ['', 'none', undefined],
];

for (const [body, tail, last] of tails) {
  test(`${tail}: ${body}`, () => {
    const definition = read(`struct foo {\n${body}\n}`);
    assert.equal(tailOf(definition), tail);
    assert.equal(definition.last?.name, last);
  });
}

test('the tag; none in a typedef of an unnamed struct', () => {
  assert.equal(read('struct foo { int a; }').tag, 'foo');
  assert.equal(read('union foo { int a; }').tag, 'foo');
  assert.equal(read('struct __packed foo { int a; u8 b[]; }').tag, 'foo');
  assert.equal(read('struct { int a; }').tag, '');
});

test('a definition that is cut does not end in a flexible array', () => {
  for (const text of ['struct foo', 'struct foo {', 'struct foo { int n; u8 da', 'struct foo { int n; u8 data[', '']) {
    const definition = readStruct(parser, text);
    assert.equal(definition ? tailOf(definition) : 'none', 'none', text);
  }
});
