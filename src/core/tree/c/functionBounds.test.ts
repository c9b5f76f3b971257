import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cText } from '../../../../test/finding/cText.ts';
import { functionBounds, insideDefine } from './functionBounds.ts';

/** The function around the first `HERE` of a text. */
const around = (text: string): string | undefined => {
  const bounds = functionBounds(Buffer.from(text, 'latin1'), text.indexOf('HERE'));
  return bounds && text.slice(bounds.start, bounds.end);
};

const BEFORE = '#include <linux/slab.h>\n\nstatic int other(void)\n{\n\treturn 1;\n}\n';
const AFTER = '\nstatic int next(void)\n{\n\treturn 2;\n}\n';

const functions: readonly [string, string][] = [
  ['a function of the kernel', 'static int f(int a)\n{\n\tHERE;\n}'],
  ['a head of several lines', 'static struct foo *\nf(struct bar *bar,\n  int a)\n{\n\tHERE;\n}'],
  ['a brace at the end of the head’s line', 'int f(int a) {\n\tHERE;\n}'],
  ['blocks and labels inside', 'int f(void)\n{\n\tif (a) {\n\t\tb();\n\t}\nout:\n\tHERE;\n}'],
  ['an old head with declarations', 'int f(a, b)\n{\n\tint c;\n\tHERE;\n}'],
  ['a macro that makes the head', 'SYSCALL_DEFINE2(f, int, a, int, b)\n{\n\tHERE;\n}'],
];

for (const [name, text] of functions) {
  test(name, () => assert.equal(around(`${BEFORE}\n${text}\n${AFTER}`), text));
  test(`${name}, with CRLF`, () => {
    const crlf = (one: string): string => one.replaceAll('\n', '\r\n');
    assert.equal(around(crlf(`${BEFORE}\n${text}\n${AFTER}`)), crlf(text));
  });
  test(`${name}, at the end of a file without a newline`, () => {
    assert.equal(around(`${BEFORE}\n${text}`), text);
  });
}

test('what stands before the head does not belong to it', () => {
  const f = 'int f(void)\n{\n\tHERE;\n}';
  for (const before of ['int a;', '};', '#endif', '/* what f does */', ' */', 'EXPORT_SYMBOL(other);', '']) {
    assert.equal(around(`int b;\n${before}\n${f}\n`), f, before);
  }
});

test('a function in the first line', () => {
  assert.equal(around('int f(void)\n{\n\tHERE;\n}\n'), 'int f(void)\n{\n\tHERE;\n}');
});

const nowhere: readonly [string, string][] = [
  ['at file scope', `${BEFORE}static int a = HERE;\n${AFTER}`],
  ['at file scope, first', `HERE;\n${AFTER}`],
  ['in a file that is cut before the function ends', `${BEFORE}\nint f(void)\n{\n\tHERE;\n\tint a`],
  ['in an empty function body of a define', '#define F(a) do { \\\n\tHERE; \\\n} while (0)\n'],
];

for (const [name, text] of nowhere) test(`no function ${name}`, () => assert.equal(around(text), undefined));

const isInside = (text: string): boolean => insideDefine(Buffer.from(text, 'latin1'), text.indexOf('HERE'));

test('the body of a macro, however it is continued', () => {
  assert.ok(isInside('#define F(a) HERE\n'));
  assert.ok(isInside('a;\n#define F(a) \\\n\tb; \\\n\tHERE\n'));
  assert.ok(isInside('#define F(a) \\\r\n\tHERE\r\n'));
  assert.ok(isInside('  #  define F HERE'));
});

test('what only looks like one', () => {
  assert.ok(!isInside('#define F(a) b\nHERE\n'));
  assert.ok(!isInside('#if A && \\\n\tHERE\n'));
  assert.ok(!isInside('#define F "\\\\"\n\tHERE'));
  assert.ok(!isInside('HERE \\\n#define F\n'));
});

test('whatever the text is, the bounds hold the place and end in a brace', () => {
  fc.assert(
    fc.property(cText, cText, (before, after) => {
      const text = `${before}HERE${after}`;
      const at = before.length;
      const bounds = functionBounds(Buffer.from(text, 'latin1'), at);
      if (!bounds) return;
      assert.ok(bounds.start <= at && at < bounds.end && bounds.end <= text.length);
      assert.equal(text[bounds.end - 1], '}');
    }),
  );
});
