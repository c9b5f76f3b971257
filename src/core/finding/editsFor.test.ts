import assert from 'node:assert/strict';
import test from 'node:test';
import { openBench } from '../../../test/finding/workbench.ts';

const bench = await openBench();

const BOX = 'struct item { int a; };\nstruct box { int n; struct item items[]; };\n';

const file = (body: string, includes = '#include <linux/slab.h>\n'): string =>
  `${includes}\n${BOX}\nstatic int f(struct box *b, struct item *from, u32 *p, int n)\n{\n${body}\n}\n`;

/** The body after the edit; it parses, and nothing is found in it any more. */
const fixed = (body: string): string => {
  const after = bench.fixed(file(body));
  assert.deepEqual(bench.judge(after), [], 'a second run finds nothing');
  return after.slice(file('').indexOf('{\n', file('').indexOf('static')) + 2, -3);
};

test('comments from between the terms go above the statement, in their order', () => {
  const body =
    '\tb = kzalloc(\n\t\t /* The header. */\n\t\tsizeof(struct box) +\n\t\t/* Plus the items. */\n\t\tsizeof(struct item) * (n),\n\t\tGFP_KERNEL);';
  assert.equal(
    fixed(body),
    '\t/* The header. */\n\t/* Plus the items. */\n\tb = kzalloc(struct_size(b, items, n), GFP_KERNEL);',
  );
});

test('a comment of several lines keeps them, and one behind a term loses nothing', () => {
  const body = '\tp = kmalloc(n /* how\n\t\t\t  * many */ * sizeof(*p), // why\n\t\t    GFP_KERNEL);';
  assert.equal(fixed(body), '\t/* how\n\t * many */\n\t// why\n\tp = kmalloc_array(n, sizeof(*p), GFP_KERNEL);');
});

test('comments around the call stay where they are', () => {
  const body = '\t/* before */\n\tp = kmalloc(n * sizeof(*p), GFP_KERNEL); /* after */\n\t/* below */';
  assert.equal(fixed(body), body.replace('kmalloc(n * ', 'kmalloc_array(n, '));
});

test('the memcpy() beside struct_size() becomes flex_array_size(), others do not', () => {
  const alloc = '\tb = kmalloc(sizeof(*b) + n * sizeof(*from), GFP_KERNEL);\n';
  const after = '\tb = kmalloc(struct_size(b, items, n), GFP_KERNEL);\n';
  assert.equal(
    fixed(`${alloc}\tmemcpy(b->items, from, n * sizeof(*from));`),
    `${after}\tmemcpy(b->items, from, flex_array_size(b, items, n));`,
  );
  for (const other of [
    'memcpy(b->items, from, n)',
    'memcpy(p, from, n * sizeof(*from))',
    'memcpy(b->items, from, 3);',
  ]) {
    assert.equal(fixed(`${alloc}\t${other};`), `${after}\t${other};`);
  }
});

test('what is indented by blanks is aligned by blanks', () => {
  const body = '        from->something_with_a_name = kmalloc(n * sizeof(*from->something_with_a_name), GFP_KERNEL);';
  const after = fixed(body.replace('from->something_with_a_name = ', 'from->some_long_name = '));
  assert.doesNotMatch(after, /\t/);
});

test('only the call is touched, up to its last line', () => {
  const body = '\tif (!(p = kmalloc(sizeof(*p) *\n\t\t\t  n, GFP_KERNEL)))\n\t\treturn  -1;';
  assert.equal(fixed(body), '\tif (!(p = kmalloc_array(n, sizeof(*p), GFP_KERNEL)))\n\t\treturn  -1;');
});

test('an argument over two lines comes onto one, its strings stay', () => {
  const body = '\tp = devm_kzalloc(g(b,\n\t\t\t     "a //  b"), n * sizeof(*p), GFP_KERNEL);';
  assert.match(fixed(body), /^\tp = devm_kzalloc\(g\(b, "a \/\/ {2}b"\), array_size\(n, sizeof\(\*p\)\),/);
});

test('several sites of a file are edited together', () => {
  const body =
    '\tp = kmalloc(n * sizeof(*p), GFP_KERNEL);\n\tp = kzalloc(sizeof(*p) * n, GFP_KERNEL);\n\tp = vmalloc(n * 4);';
  const after =
    '\tp = kmalloc_array(n, sizeof(*p), GFP_KERNEL);\n\tp = kcalloc(n, sizeof(*p), GFP_KERNEL);\n\tp = vmalloc_array(n, 4);';
  assert.equal(fixed(body), after);
});

test('two sites in two branches are two edits', () => {
  const body =
    '#ifdef A\n\tif (!(p = kmalloc(n * sizeof(*p), GFP_KERNEL))) {\n#else\n\tif (!(p = kzalloc(n * sizeof(*p), GFP_KERNEL))) {\n#endif\n\t\treturn 1;\n\t}';
  assert.ok(bench.judge(file(body)).every(({ site }) => site.errors === 'none'));
  assert.equal(fixed(body), body.replace('kmalloc(n * ', 'kmalloc_array(n, ').replace('kzalloc(n * ', 'kcalloc(n, '));
});

test('a call that holds a directive is left to a person', () => {
  const body =
    '\tp = kmalloc(n * sizeof(*p),\n#ifdef A\n\t\t    GFP_ATOMIC\n#else\n\t\t    GFP_KERNEL\n#endif\n\t\t   );';
  const [{ site } = assert.fail()] = bench.judge(file(body));
  assert.deepEqual([site.fix, site.reasons], ['by hand', ['directive-inside']]);
  assert.equal(bench.fixed(file(body)), file(body));
});

test('CRLF stays CRLF, in every line that is written', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const body =
    '\tb->a_member_with_a_long_name = kmalloc(n /* why */ * sizeof(*b->a_member_with_a_long_name), GFP_KERNEL);';
  for (const text of [body, body.replaceAll('b->a_member_with_a_long_name', 'p')]) {
    const after = bench.fixed(crlf(file(text)));
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.match(after, /kmalloc_array\(n,/);
    assert.equal(after.replaceAll('\r\n', '\n'), bench.fixed(file(text)));
  }
});

test('the include comes only where it is needed and not there already', () => {
  const body = '\tp = vmalloc_user(n * sizeof(*p));';
  const include = '#include <linux/overflow.h>\n';
  const without = bench.fixed(file(body, '#include <linux/list.h>\n#include <linux/vmalloc.h>\n'));
  assert.ok(without.includes(`list.h>\n${include}#include <linux/vmalloc.h>`), without);
  assert.ok(!bench.fixed(file(body)).includes(include), 'slab.h includes it');
  assert.ok(!bench.fixed(file('\tp = kmalloc(n * 4, GFP_KERNEL);', '#include <linux/list.h>\n')).includes(include));
  assert.ok(!bench.fixed(file(body, '#include "own.h"\n')).includes(include), 'nothing to stand beside');
});
