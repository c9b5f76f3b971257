import assert from 'node:assert/strict';
import test from 'node:test';
import { type CType, isByte, sameType, typeByDeclarator, typeByWords, typeWords, UNKNOWN } from './cType.ts';

const scalar = (name: string): CType => ({ kind: 'scalar', name });
const foo: CType = { kind: 'struct', tag: 'foo' };
const pointerTo = (to: CType): CType => ({ kind: 'pointer', to });

const byWords: readonly [string, CType][] = [
  ['int', scalar('int')],
  ['unsigned  int', scalar('u32')],
  ['__u8', scalar('u8')],
  ['const unsigned char', scalar('u8')],
  ['char', scalar('char')],
  ['struct foo', foo],
  ['const struct foo', foo],
  ['static volatile struct\n\tfoo', foo],
  ['struct foo __rcu', foo],
  ['union foo', foo],
  ['enum kind', scalar('enum kind')],
  ['gfp_t', { kind: 'named', name: 'gfp_t' }],
  ['foo_t /* a comment */', { kind: 'named', name: 'foo_t' }],
  ['int (*)(void)', UNKNOWN],
  ['', UNKNOWN],
];

for (const [words, type] of byWords) test(`the type ${words}`, () => assert.deepEqual(typeByWords(words), type));

const byDeclarator: readonly [string, CType][] = [
  ['struct foo *', pointerTo(foo)],
  ['struct foo * const *', pointerTo(pointerTo(foo))],
  ['u8 [16]', { kind: 'array', of: scalar('u8'), length: '16' }],
  ['char *[]', { kind: 'array', of: pointerTo(scalar('char')), length: '' }],
  ['int [2][3]', { kind: 'array', of: { kind: 'array', of: scalar('int'), length: '3' }, length: '2' }],
  ['foo_t', { kind: 'named', name: 'foo_t' }],
  ['void (*)(int)', UNKNOWN],
];

for (const [words, type] of byDeclarator) {
  test(`the declarator ${words}`, () => assert.deepEqual(typeByDeclarator(words), type));
}

test('spellings of one type are the same, others are not', () => {
  const same = (one: string, other: string): boolean => sameType(typeByDeclarator(one), typeByDeclarator(other));
  for (const [one, other] of [
    ['u32', 'unsigned int'],
    ['uint8_t', 'unsigned char'],
    ['s32', 'int'],
    ['struct foo *', 'const struct foo *'],
    ['u8 [4]', '__u8 [4]'],
    ['foo_t', 'foo_t'],
  ] as const) {
    assert.ok(same(one, other), `${one} and ${other}`);
  }
  for (const [one, other] of [
    ['u32', 'int'],
    ['u32', '__le32'],
    ['char', 'u8'],
    ['long', 'long long'],
    ['struct foo', 'struct foo *'],
    ['struct foo', 'struct bar'],
    ['struct foo', 'foo'],
    ['u8 [4]', 'u8 [5]'],
    ['void (*)(int)', 'void (*)(int)'], // not known, so not known to be the same
  ] as const) {
    assert.ok(!same(one, other), `${one} and ${other}`);
  }
});

test('what has one byte', () => {
  for (const words of ['u8', 'char', 'bool', '_Bool', 'signed char', 'uint8_t']) {
    assert.ok(isByte(typeByWords(words)), words);
  }
  for (const words of ['u16', '__le16', 'struct foo', 'void', 'foo_t']) assert.ok(!isByte(typeByWords(words)), words);
});

test('types are said as one writes them', () => {
  for (const words of ['struct foo *', 'struct foo **', 'u8[16]', 'foo_t', 'struct foo']) {
    assert.equal(typeWords(typeByDeclarator(words)), words);
  }
  assert.equal(typeWords(UNKNOWN), 'a type that was not found');
});
