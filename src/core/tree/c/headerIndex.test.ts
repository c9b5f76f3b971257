import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cText } from '../../../../test/finding/cText.ts';
import { definitionText, indexHeader } from './headerIndex.ts';

const index = (text: string) => indexHeader(Buffer.from(text, 'latin1'));

test('includes, with how they are written', () => {
  const { includes } = index('#include <linux/slab.h>\n#  include "own.h"\n\t#include\t<asm/io.h> /* why */\n');
  assert.deepEqual(includes, [
    { name: 'linux/slab.h', quoted: false },
    { name: 'own.h', quoted: true },
    { name: 'asm/io.h', quoted: false },
  ]);
});

test('structs and unions by the place of their word; uses and declarations are none', () => {
  const text = 'struct gone;\nstruct foo *f(struct foo *a);\nstruct foo {\n\tint a;\n};\nunion bar\n{\n\tint b;\n};\n';
  const { structs } = index(text);
  assert.deepEqual([...structs.keys()].sort(), ['bar', 'foo']);
  assert.equal(structs.get('foo'), text.indexOf('struct foo {'));
  assert.equal(structs.get('bar'), text.indexOf('union bar'));
});

test('of two definitions of a struct the first', () => {
  const text = '#ifdef A\nstruct foo { int a; };\n#else\nstruct foo { int b; };\n#endif\n';
  assert.equal(index(text).structs.get('foo'), text.indexOf('struct foo'));
});

test('typedefs: of words, of a pointer, of a struct without a tag', () => {
  const text =
    'typedef unsigned int foo_t;\ntypedef struct bar *bar_p;\ntypedef struct {\n\tint a;\n} baz_t;\ntypedef struct qux {\n\tint b;\n} qux_t;\n';
  const { typedefs } = index(text);
  assert.equal(typedefs.get('foo_t'), 'unsigned int');
  assert.equal(typedefs.get('bar_p'), 'struct bar *');
  assert.equal(typedefs.get('baz_t'), text.indexOf('struct {'));
  assert.equal(typedefs.get('qux_t'), text.indexOf('struct qux'));
});

test('a typedef of a function is none, and one that is cut is none', () => {
  assert.deepEqual([...index('typedef int (*f_t)(int);\ntypedef struct {\n\tint a;\n').typedefs], []);
  assert.deepEqual([...index('typedef unsigned').typedefs], []);
});

test('the text of a definition goes to its own brace, or to the end of what there is', () => {
  const text = 'int a; struct foo { union { int b; }; struct { int c; } d; }; int e;';
  const at = text.indexOf('struct foo');
  assert.equal(definitionText(text, at), text.slice(at, text.indexOf('; int e')));
  assert.equal(definitionText('struct foo { int', 0), 'struct foo { int');
  assert.equal(definitionText('struct foo', 0), 'struct foo');
});

test('what is noted lies in the file, whatever the text is', () => {
  fc.assert(
    fc.property(cText, (text) => {
      const { structs, typedefs } = index(text);
      for (const at of [...structs.values(), ...typedefs.values()]) {
        if (typeof at === 'number') assert.match(text.slice(at), /^(?:struct|union)/);
      }
    }),
  );
});
