import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Edit, editText } from './editText.ts';

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });
const result = (text: string, ...edits: Edit[]): string => {
  const edited = editText(text, edits);
  return edited.kind === 'edited' ? edited.text : `refused: ${edited.because}`;
};

test('replaces, inserts and deletes, in any order', () => {
  assert.equal(result('kmalloc(n * m)', edit(8, 13, 'n, m'), edit(0, 7, 'kmalloc_array')), 'kmalloc_array(n, m)');
  assert.equal(result('abc', edit(1, 2, '')), 'ac');
  assert.equal(result('abc', edit(3, 3, 'd'), edit(0, 0, '_')), '_abcd');
  assert.equal(result('abc'), 'abc');
});

test('edits may touch; at one place they stand as they were given, before what is replaced there', () => {
  assert.equal(result('abc', edit(1, 2, 'B'), edit(2, 3, 'C'), edit(0, 1, 'A')), 'ABC');
  assert.equal(result('abc', edit(1, 3, 'X'), edit(1, 1, '1'), edit(1, 1, '2')), 'a12X');
});

test('edits that overlap or lie outside are refused, and say which', () => {
  assert.equal(
    result('abcdef', edit(0, 3, ''), edit(2, 4, '')),
    'refused: the edit from 2 to 4 overlaps one that ends at 3',
  );
  assert.match(result('abcdef', edit(0, 3, ''), edit(1, 1, 'x')), /^refused: the edit from 1 to 1 overlaps/);
  assert.match(result('abcdef', edit(2, 3, 'x'), edit(2, 3, 'x')), /^refused/);
  for (const outside of [edit(-1, 1, ''), edit(0, 7, ''), edit(3, 2, ''), edit(0.5, 1, ''), edit(Number.NaN, 1, '')]) {
    assert.match(result('abcdef', outside), /^refused: the edit from .* does not lie in the text of 6$/);
  }
});

test('what no edit touches stays, and the length adds up', () => {
  const cuts = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.string({ minLength: 60, maxLength: 60, unit: 'binary' }), cuts, fc.string(), (text, points, put) => {
      const bounds = points.toSorted((a, b) => a - b);
      const edits = bounds.flatMap((start, at) => (at % 2 ? [] : [edit(start, bounds[at + 1] ?? start, `<${put}>`)]));
      const after = result(text, ...edits.toReversed());
      const removed = edits.reduce((sum, { start, end }) => sum + end - start, 0);
      assert.equal(after.length, text.length - removed + edits.length * (put.length + 2));
      assert.ok(after.startsWith(text.slice(0, edits[0]?.start)));
      assert.ok(after.endsWith(text.slice(edits.at(-1)?.end)));
    }),
  );
});
