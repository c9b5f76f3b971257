import assert from 'node:assert/strict';
import test from 'node:test';
import { openBench } from '../../../test/finding/workbench.ts';
import { judge } from './judge.ts';
import { byHand, refused } from './rule.ts';
import { speaksAgainst } from './speaksAgainst.ts';

const bench = await openBench();

const judged = (body: string, given = '') => {
  const text = `#include <linux/slab.h>\n${given}\n\nstatic int f(u32 *p, int n, size_t len)\n{\n\t${body}\n}\n`;
  return bench.judge(text)[0] ?? assert.fail(`no site in ${body}`);
};

const reasons = (body: string, given?: string): readonly string[] => judged(body, given).site.reasons;
const PLAIN = 'p = kmalloc(n * sizeof(*p), GFP_KERNEL);';

test('nothing speaks against a plain product', () => {
  assert.deepEqual(speaksAgainst(judged(PLAIN).allocation), []);
});

test('what was checked before cannot wrap', () => {
  for (const check of [
    'if (n > SIZE_MAX / sizeof(*p))\n\t\treturn 1;',
    'if (n >= INT_MAX / 4)\n\t\treturn 1;',
    'if (n > ~0UL / sizeof(*p))\n\t\treturn 1;',
    'if (check_mul_overflow(n, sizeof(*p), &len))\n\t\treturn 1;',
  ]) {
    assert.deepEqual(reasons(`${check}\n\t${PLAIN}`), ['already-checked'], check);
  }
});

test('a length that was compared with a limit, and sent away', () => {
  const site = 'p = kmalloc(len * 4, GFP_KERNEL);';
  for (const check of [
    'if (len > 4096)\n\t\treturn 1;',
    'if (!p || len >= MAX_LENGTH) {\n\t\tpr_err("no");\n\t\tgoto out;\n\t}',
    'if (len > PAGE_SIZE)\n\t\tlen = PAGE_SIZE;',
  ]) {
    assert.deepEqual(reasons(`${check}\n\t${site}`), ['already-checked'], check);
  }
});

test('what is no check of it', () => {
  const site = 'p = kmalloc(len * 4, GFP_KERNEL);';
  for (const other of [
    'if (len > 0)\n\t\treturn 1;',
    'if (!(p && len >= 2))\n\t\treturn 1;',
    'if (p->len > 4096)\n\t\treturn 1;',
    'if (my_len > 4096)\n\t\treturn 1;',
    'if (len < 4096)\n\t\treturn 1;',
    'pr_info("%zu", len);',
  ]) {
    assert.deepEqual(reasons(`${other}\n\t${site}`), [], other);
  }
  assert.deepEqual(reasons(`if (n > 4096)\n\t\treturn 1;\n\t${PLAIN}`), [], 'n is not called a length');
  assert.deepEqual(reasons(`${PLAIN}\n\tif (n > SIZE_MAX / 4)\n\t\treturn 1;`), [], 'afterwards is too late');
});

test('of what is constant only how it reads is said besides', () => {
  assert.deepEqual(reasons('p = kmalloc((PAGE_SIZE + 1) * 4 + 1, GFP_KERNEL);'), ['precedence', 'constant']);
  assert.deepEqual(reasons('p = kmalloc(COUNT * 4, GFP_KERNEL);', '#define COUNT 3'), ['constant']);
  assert.deepEqual(reasons('p = kmalloc(COUNT * 4, GFP_KERNEL);', '#define COUNT (here->n)'), []);
});

test('side effects, macros and dead code', () => {
  assert.deepEqual(reasons('p = kmalloc(n++ * 4, GFP_KERNEL);'), ['side-effect']);
  assert.deepEqual(reasons('p = kmalloc((n = 3) * 4, GFP_KERNEL);'), ['side-effect']);
  assert.deepEqual(bench.judge('#define M(n) kmalloc(n * 4, GFP_KERNEL)\n')[0]?.site.reasons, ['inside-macro']);
  const dead = `#if 0\n#include <linux/slab.h>\nstatic void f(int n)\n{\n\tg(kmalloc(n * 4, GFP_KERNEL));\n}\n#endif\n`;
  assert.deepEqual(bench.judge(dead)[0]?.site.reasons, ['not-compiled']);
});

test('a call that the grammar cannot read is left to a person', () => {
  const { site } = judged('p = kmalloc(n * sizeof(*p) @ 3, GFP_KERNEL);');
  assert.notEqual(site.fix, 'ready');
  assert.ok(site.reasons.includes('not-understood'));
});

test('refused goes before by hand, wherever it was said', () => {
  const { allocation } = judged(PLAIN);
  const outcome = judge(allocation, [byHand('later', 'Later.'), refused('never', 'Never.'), byHand('last', 'Last.')]);
  assert.ok(outcome.fix === 'refused');
  assert.deepEqual(
    outcome.refusals.map(({ reason }) => reason),
    ['never', 'later', 'last'],
  );
});

const orders: readonly [string, string][] = [
  ['n * sizeof(*p)', 'n, sizeof(*p)'],
  ['sizeof(*p) * n', 'n, sizeof(*p)'],
  ['(size_t)n * sizeof(*p)', 'n, sizeof(*p)'],
  ['size * sizeof(*p)', 'size, sizeof(*p)'],
  ['width * height', 'height, width'],
  ['num_rows * pitch', 'num_rows, pitch'],
  ['entry_size * count', 'count, entry_size'],
  ['PAGE_SIZE * pages', 'pages, PAGE_SIZE'],
  ['n * PAGE_SIZE', 'n, PAGE_SIZE'],
  ['desc_size * DESC_NUM', 'DESC_NUM, desc_size'],
  ['page_size * 2', '2, page_size'],
  ['length * 4', 'length, 4'],
  ['width * 4', 'width, 4'],
  ['used_size(p) * queue_size', 'queue_size, used_size(p)'],
  ['ring_size * DESC_SIZE', 'ring_size, DESC_SIZE'],
  ['a * b', 'a, b'],
];

for (const [words, factors] of orders) {
  test(`count first, size second: ${words}`, () => {
    const { site, allocation } = judged(`p = vmalloc(${words});`);
    assert.equal(site.replacement, `vmalloc_array(${factors})`);
    const isTold = /sizeof/.test(allocation.size.text);
    assert.equal(/is the size$/.test(site.because[0] ?? ''), isTold, 'only a sizeof tells for certain');
  });
}

test('where neither factor tells, that is said', () => {
  assert.match(judged('p = vmalloc(a * b);').site.because[0] ?? '', /convention/);
});
