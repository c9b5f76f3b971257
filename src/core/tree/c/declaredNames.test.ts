import assert from 'node:assert/strict';
import test from 'node:test';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { typeWords } from './cType.ts';
import { declaredNames } from './declaredNames.ts';
import { createParser } from './parser.ts';

const parser = await createParser(readGrammar());

/** The names that a function declares before `HERE`, as `name: type`. */
const namesIn = (text: string): string[] => {
  const tree = parser.parse(text);
  try {
    const here = text.indexOf('HERE');
    const names = declaredNames(tree.rootNode, here === -1 ? text.length : here);
    return [...names].map(([name, type]) => `${name}: ${typeWords(type)}`);
  } finally {
    tree.delete();
  }
};

const UNKNOWN = 'a type that was not found';

test('parameters and local variables, however they are declared', () => {
  const text = 'int f(struct foo *foo, const u8 *key, int n, char **argv)\n{\n\tu8 a, *b, c[4], *d[2], (*e)[3];\n}';
  assert.deepEqual(namesIn(text), [
    'foo: struct foo *',
    'key: u8 *',
    'n: int',
    'argv: char **',
    'a: u8',
    'b: u8 *',
    'c: u8[4]',
    'd: u8 *[2]',
    'e: u8[3] *',
  ]);
});

test('with a value, in a for, and of an unnamed struct', () => {
  const text =
    'void f(void)\n{\n\tstruct foo *a = g(), *b = NULL;\n\tfor (int i = 0; i < 3; i++)\n\t\th();\n\tstruct { int x; } *c;\n\tstruct bar { int y; } d;\n}';
  const names = namesIn(text);
  for (const name of ['a: struct foo *', 'b: struct foo *', 'i: int', `c: ${UNKNOWN} *`, 'd: struct bar']) {
    assert.ok(names.includes(name), `${name} in ${names.join(', ')}`);
  }
});

test('of a name that is declared twice the last before the place', () => {
  const text = 'void f(void)\n{\n\tint a;\n\t{\n\t\tlong a;\n\t\tHERE;\n\t\tchar a;\n\t}\n}';
  assert.deepEqual(namesIn(text), ['a: long']);
});

test('a pointer to a function is a pointer to nothing known', () => {
  assert.deepEqual(namesIn('void f(void)\n{\n\tint (*call)(int a);\n}')[0], `call: ${UNKNOWN} *`);
});
