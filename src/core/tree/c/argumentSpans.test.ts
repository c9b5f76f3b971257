import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cText } from '../../../../test/finding/cText.ts';
import { argumentSpans } from './argumentSpans.ts';

/** The arguments of a call by their words; undefined when it does not end. */
const argumentsOf = (text: string): string[] | undefined =>
  argumentSpans(Buffer.from(text, 'latin1'), text.indexOf('('))?.arguments.map(({ start, end }) =>
    text.slice(start, end).trim(),
  );

const calls: readonly [string, string, string[] | undefined][] = [
  ['two arguments', 'f(a, b)', ['a', 'b']],
  ['none', 'f()', ['']],
  ['a call in a call', 'f(g(a, b), c[d, e], (struct x){1, 2})', ['g(a, b)', 'c[d, e]', '(struct x){1, 2}']],
  ['strings', 'f("a, )\\"", b)', ['"a, )\\""', 'b']],
  ['characters', "f(',', '\\'', ')')", ["','", "'\\''", "')'"]],
  ['comments', 'f(a /* , ) */, b // , )\n, c)', ['a /* , ) */', 'b // , )', 'c']],
  ['a division', 'f(a / b, c)', ['a / b', 'c']],
  ['several lines with CRLF', 'f(a,\r\n\tb)\r\n', ['a', 'b']],
  ['an apostrophe in a comment', "f(a /* don't */, b)", ["a /* don't */", 'b']],
  ['a string without its end ends with the line', 'f("a\n, b)', ['"a', 'b']],
  ['a call without its end', 'f(a, (b, c);\n}\n', undefined],
  ['a file cut behind the parenthesis', 'f(', undefined],
  ['a file cut in a comment', 'f(a, /* b', undefined],
  ['a file cut in a line comment', 'f(a, // b', undefined],
  ['a file cut in a string', 'f(a, "b', undefined],
  ['a file cut behind a backslash', 'f(a, "b\\', undefined],
];

for (const [name, text, expected] of calls) test(name, () => assert.deepEqual(argumentsOf(text), expected));

test('the end is behind the closing parenthesis', () => {
  assert.equal(argumentSpans(Buffer.from('  f(a)(b)'), 3)?.end, 6);
});

test('a call that is longer than any is a file cut in half', () => {
  assert.equal(argumentsOf(`f(${'a, '.repeat(5000)}b)`), undefined);
});

test('whatever the text is, the spans lie in it, in order, with commas between', () => {
  fc.assert(
    fc.property(cText, (text) => {
      const bytes = Buffer.from(`f(${text}`, 'latin1');
      const spans = argumentSpans(bytes, 1);
      if (!spans) return;
      assert.equal(bytes[spans.end - 1], ')'.charCodeAt(0));
      let at = 2;
      for (const { start, end } of spans.arguments) {
        assert.equal(start, at);
        assert.ok(end >= start && end < spans.end);
        at = end + 1;
      }
      assert.equal(at, spans.end);
    }),
  );
});
