import assert from 'node:assert/strict';
import test from 'node:test';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { typeWords } from './cType.ts';
import { createDefinitions, type Definitions } from './definitions.ts';
import { createParser } from './parser.ts';
import { structOf } from './typeOf.ts';

const parser = await createParser(readGrammar());

const seenFrom = (path: string, files: Readonly<Record<string, string>>): Definitions =>
  createDefinitions(parser, {
    read: (file) => (files[file] === undefined ? undefined : Buffer.from(files[file], 'latin1')),
  })(path);

const last = (definitions: Definitions, words: string): string | undefined => {
  const type = words.startsWith('struct ')
    ? ({ kind: 'struct', tag: words.slice(7) } as const)
    : ({ kind: 'named', name: words } as const);
  return structOf(type, { names: new Map(), definitions })?.last?.name;
};

test('a struct of the file itself, and one of a header', () => {
  const definitions = seenFrom('mm/a.c', {
    'mm/a.c': '#include "a.h"\nstruct own { int a; u8 mine[]; };\n',
    'mm/a.h': 'struct other { int b; u8 theirs[]; };\n',
  });
  assert.equal(last(definitions, 'struct own'), 'mine');
  assert.equal(definitions.lookedBeyond(), false);
  assert.equal(last(definitions, 'struct other'), 'theirs');
  assert.equal(definitions.lookedBeyond(), true);
  assert.equal(last(definitions, 'struct gone'), undefined);
});

test('the nearest of two structs of one name', () => {
  const files = {
    'mm/a.c': '#include "b.h"\nstruct foo { int a; u8 own[]; };\n',
    'mm/c.c': '#include "b.h"\n',
    'mm/b.h': '#include "d.h"\nstruct foo { int a; u8 near[]; };\n',
    'mm/d.h': 'struct foo { int a; u8 far[]; };\n',
  };
  assert.equal(last(seenFrom('mm/a.c', files), 'struct foo'), 'own');
  assert.equal(last(seenFrom('mm/c.c', files), 'struct foo'), 'near');
});

test('typedefs: of a struct without a tag, of one with a tag, of another typedef, of a pointer, of a scalar', () => {
  const definitions = seenFrom('mm/a.c', {
    'mm/a.c':
      'typedef struct {\n\tint a;\n\tu8 one[];\n} one_t;\ntypedef struct two {\n\tint a;\n\tu8 two[];\n} two_t;\ntypedef two_t three_t;\ntypedef struct two *four_t;\ntypedef unsigned int five_t;\ntypedef six_t six_t;\n',
  });
  assert.equal(last(definitions, 'one_t'), 'one');
  assert.equal(last(definitions, 'two_t'), 'two');
  assert.equal(last(definitions, 'three_t'), 'two');
  assert.equal(last(definitions, 'four_t'), undefined, 'a pointer has no members');
  assert.equal(last(definitions, 'five_t'), undefined);
  assert.equal(last(definitions, 'six_t'), undefined, 'and a loop ends');
  const four = definitions.typedef('four_t') ?? assert.fail();
  assert.ok('kind' in four && typeWords(four) === 'struct two *');
});

test('variables outside functions', () => {
  const definitions = seenFrom('mm/a.c', {
    'mm/a.c':
      'static struct foo *foo;\nunsigned int count = 3;\nstatic const u8 bytes[16];\nextern int f(int a);\nint g(void)\n{\n\tlong inner;\n}\n',
  });
  const words = (name: string): string | undefined => {
    const type = definitions.variable(name);
    return type && typeWords(type);
  };
  assert.equal(words('foo'), 'struct foo *');
  assert.equal(words('count'), 'u32');
  assert.equal(words('bytes'), 'u8[16]');
  assert.equal(words('inner'), undefined);
  assert.equal(words('gone'), undefined);
});

test('macros of the file and of the headers of its folder, not of others', () => {
  const definitions = seenFrom('mm/a.c', {
    'mm/a.c': '#include "b.h"\n#include <linux/c.h>\n#define OWN\t(a + 1)\n#define OWNER 3\n',
    'mm/b.h': '# define NEAR sizeof(int)\n',
    'include/linux/c.h': '#define FAR 1\n',
  });
  assert.equal(definitions.macro('OWN'), '(a + 1)');
  assert.equal(definitions.macro('OWNER'), '3');
  assert.equal(definitions.macro('NEAR'), 'sizeof(int)');
  assert.equal(definitions.macro('FAR'), undefined);
});

test('whether a header is included, however deep', () => {
  const definitions = seenFrom('mm/a.c', {
    'mm/a.c': '#include <linux/slab.h>\n',
    'include/linux/slab.h': '#include <linux/overflow.h>\n',
    'include/linux/overflow.h': '',
    'include/linux/other.h': '',
  });
  assert.equal(definitions.includes('include/linux/overflow.h'), true);
  assert.equal(definitions.includes('include/linux/other.h'), false);
});
