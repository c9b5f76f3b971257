import assert from 'node:assert/strict';
import test from 'node:test';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { type Expression, readExpression } from './expression.ts';
import { maskSource } from './maskSource.ts';
import { createParser } from './parser.ts';

const parser = await createParser(readGrammar());
const OFFSET = 1000;

const read = (words: string): Expression => {
  const text = `void f(void) { ${words}; }`;
  const tree = parser.parse(maskSource(text));
  try {
    const [statement] = tree.rootNode.descendantsOfType('expression_statement');
    const node = statement?.namedChild(0) ?? assert.fail(words);
    return readExpression(node, { offset: OFFSET, text });
  } finally {
    tree.delete();
  }
};

/** An expression with a bracket around each node, by its kind. */
const told = (one: Expression): string => {
  switch (one.kind) {
    case 'binary':
      return `(${told(one.left)} ${one.operator} ${told(one.right)})`;
    case 'assignment':
      return `[${told(one.left)} ${one.operator} ${told(one.right)}]`;
    case 'unary':
      return `<${one.operator}${told(one.operand)}>`;
    case 'field':
      return `${told(one.object)}${one.arrow ? '->' : '.'}${one.member}`;
    case 'index':
      return `${told(one.object)}[${told(one.index)}]`;
    case 'call':
      return `${one.name}{${one.arguments.map(told).join(', ')}}`;
    case 'cast':
      return `{${one.type}}${told(one.operand)}`;
    case 'sizeof':
      return 'type' in one.of ? `sizeof{${one.of.type}}` : `sizeof{${told(one.of.expression)}}`;
    case 'other':
      return `?${one.parts.map(told).join(' ')}?`;
    default:
      return one.text;
  }
};

const expressions: readonly [string, string][] = [
  ['a', 'a'],
  ['(((a)))', 'a'],
  ['a + b * c', '(a + (b * c))'],
  ['(a + b) * c', '((a + b) * c)'],
  ['a - -b', '(a - <-b>)'],
  ['a++ * 2', '(<++a> * 2)'],
  ['p->a.b[c + 1]', 'p->a.b[(c + 1)]'],
  ['f(a, g(b), /* c */ d)', 'f{a, g{b}, d}'],
  ['a = b += c', '[a = [b += c]]'],
  ['*p = &q', '[<*p> = <&q>]'],
  ["'x' + 0x10UL", "('x' + 0x10UL)"],
  ['sizeof(struct foo) * n', '(sizeof{struct foo} * n)'],
  ['sizeof(*p) * n', '(sizeof{<*p>} * n)'],
  ['sizeof x * n', '(sizeof{x} * n)'],
  ['sizeof(struct foo *)', 'sizeof{struct foo *}'],
  ['(size_t)n * 2', '({size_t}n * 2)'],
  ['(const struct foo *)p', '{const struct foo *}p'],
  ['g((struct foo *)p)', 'g{{struct foo *}p}'],
  ['a ? b : c * d', '?a b (c * d)?'],
  ['container_of(p, struct foo, m)', 'container_of{p, struct foo, m}'],
  ['a /* one */ - /* two */ b', '(a - b)'],
];

for (const [words, expected] of expressions) test(words, () => assert.equal(told(read(words)), expected));

test('text and place are those of the file, comments included, parentheses left out', () => {
  const product = read('(a /* one */ * b)');
  assert.equal(product.text, 'a /* one */ * b');
  assert.equal(product.start, OFFSET + 'void f(void) { ('.length);
  assert.equal(product.end - product.start, product.text.length);
});
