import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wrapText } from './wrapText.ts';

test('a long paragraph is wrapped, a fitting one left as it was broken', () => {
  const long = 'The size is computed in the argument, so it can wrap around before the allocator sees it.';
  assert.equal(
    wrapText(`${long}\n\nShort\nlines.`),
    'The size is computed in the argument, so it can wrap around before the\nallocator sees it.\n\nShort\nlines.',
  );
  assert.equal(wrapText('one two\nthree four five', 10), 'one two\nthree four\nfive');
});

test('what stands in its own form is kept', () => {
  const forms = [
    '    indented code that is longer than the line may be',
    '\ttab and then a line that is longer than it may be',
    '> quoted words of somebody that are longer than a line',
    '- an item that is longer than a line may be, kept',
    '1. a numbered item that is longer than a line may be',
    '(a) another kind of numbered item, longer than a line',
    'Fixes: 123456789012 ("mm: a subject that is longer than a line")',
    'Signed-off-by: Somebody With A Long Name <somebody@example.org>',
    '[1] https://lore.kernel.org/a/long/address/of/a/mail@example.org/',
  ];
  for (const form of forms) assert.equal(wrapText(`${form}\n${form}`, 40), `${form}\n${form}`);
});

test('a word longer than a line stands on its own', () => {
  const url = `https://example.org/${'x'.repeat(80)}`;
  assert.equal(wrapText(`See ${url} for more.`), `See\n${url}\nfor more.`);
});

test('no wrapped line begins like a list, a quotation or a trailer', () => {
  assert.equal(wrapText('the sum of one and two - three is zero', 23), 'the sum of one and two -\nthree is zero');
});

test('a broken line ends in no blank, of whatever script', () => {
  assert.equal(wrapText('one\u2003 two', 5), 'one\ntwo');
});

test('columns are signs, not bytes', () => {
  const words = Array.from({ length: 10 }, () => 'größe💚').join(' ');
  assert.equal(wrapText(words, 69), words);
  assert.equal(wrapText(words, 68).split('\n').length, 2);
});

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('-', '>', '1.', 'a)'),
);
const message = fc
  .array(fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')))
  .map((all) => all.join('\n\n'));

test('wrapping changes white space only, and wrapping again changes nothing', () => {
  fc.assert(
    fc.property(message, fc.integer({ min: 8, max: 40 }), (text, width) => {
      const wrapped = wrapText(text, width);
      assert.equal(wrapped.replace(/\s+/g, ''), text.replace(/\s+/g, ''));
      assert.equal(wrapText(wrapped, width), wrapped);
    }),
  );
});
