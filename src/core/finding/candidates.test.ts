import assert from 'node:assert/strict';
import test from 'node:test';
import { ALLOCATOR_WORDS, ALLOCATORS } from './allocators.ts';
import { candidates } from './candidates.ts';

const found = (text: string): string[] =>
  candidates(Buffer.from(text, 'latin1')).map(({ at, allocator }) => `${at} ${allocator.name}`);

test('every allocator of the table is found, with arithmetic where its size is', () => {
  for (const { name, size } of ALLOCATORS) {
    const args = Array.from({ length: size + 1 }, (_, index) => (index === size ? 'n * sizeof(*p)' : 'a'));
    assert.deepEqual(found(`p = ${name}(${args.join(', ')}, g);`), [`4 ${name}`]);
    assert.deepEqual(found(`p = ${name}(${args.join(', ').replace('n * ', '')}, g);`), []);
  }
});

test('every name holds one of the words that are searched for', () => {
  for (const { name } of ALLOCATORS)
    assert.ok(
      ALLOCATOR_WORDS.some((word) => name.includes(word)),
      name,
    );
});

test('no name is in the table twice, and each has a place for its size', () => {
  assert.equal(new Set(ALLOCATORS.map(({ name }) => name)).size, ALLOCATORS.length);
  for (const { size } of ALLOCATORS) assert.ok(Number.isInteger(size) && size >= 0);
});

test('in the order of the file, whichever word they hold', () => {
  assert.deepEqual(found('kmemdup(a, n * 2, g); kmalloc(n * 2, g); memdup_user(a, n * 2);'), [
    '0 kmemdup',
    '22 kmalloc',
    '41 memdup_user',
  ]);
});

test('white space before the parenthesis, and an offset at the file’s beginning', () => {
  assert.deepEqual(found('kmalloc\n\t(n * 2, g)'), ['0 kmalloc']);
});

test('names that only hold one, names without a call, and calls that do not end', () => {
  for (const text of [
    'my_kmalloc(n * 2, g)',
    'kmalloc_array(n * 2, m, g)',
    'kmalloc2(n * 2, g)',
    'a = kmalloc;',
    '&kmalloc * 2',
    'kmalloc(n * 2, g',
    'kmalloc',
    'kmalloc(',
    'kmalloc()',
    'krealloc(n * 2)',
  ]) {
    assert.deepEqual(found(text), [], text);
  }
});
