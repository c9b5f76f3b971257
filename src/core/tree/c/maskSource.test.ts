import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { cText, newlinesOf } from '../../../../test/finding/cText.ts';
import { readGrammar } from '../../../edge/cGrammar.ts';
import { maskSource } from './maskSource.ts';
import { createParser } from './parser.ts';

const parser = await createParser(readGrammar());

const hasError = (text: string): boolean => {
  const tree = parser.parse(text);
  try {
    return tree.rootNode.hasError;
  } finally {
    tree.delete();
  }
};

const statements: readonly string[] = [
  'list_for_each_entry(p, &head, list) {\n\t\tf(p);\n\t}',
  'for_each_set_bit(i, &mask, 8)\n\t\tf(i);',
  'hlist_for_each_entry_rcu(p, head, node, lockdep_is_held(&lock)) f(p);',
  'p = container_of(q, struct foo, m);',
  'p = container_of(q, const struct foo, m.n);',
  'p = kmalloc_obj(n, struct foo *);',
  'size = sizeof_field(struct foo, bar);',
  'a = va_arg(ap, unsigned int);',
  'a = min_t(unsigned long, b, c);',
  'scoped_guard(mutex, &lock) {\n\t\tf(p);\n\t}',
  'scoped_guard(spinlock_irqsave, &a->lock) {\n\t\treturn;\n\t}',
  'void *q __free(kfree) = kmalloc(n * sizeof(*q), GFP_KERNEL);',
  'struct foo __rcu *rp = rcu_dereference(a);',
  'switch (a) {\n\tcase 1:\n\t\tf();\n\t\tfallthrough;\n\tdefault:\n\t\tg();\n\t}',
  'return (struct foo *)q;',
];

for (const statement of statements) {
  test(`the grammar reads ${statement}`, () => {
    assert.ok(!hasError(maskSource(`static int __init f(int a)\n{\n\t${statement}\n}\n`)));
  });
}

const heads: readonly string[] = [
  'SYSCALL_DEFINE3(read, unsigned int, fd, char __user *, buf, size_t, count)',
  'COMPAT_SYSCALL_DEFINE1(sysinfo, struct compat_sysinfo __user *, info)',
  'static __always_inline __must_check int f(int a __maybe_unused)',
  'static void __printf(2, 3) f(int a, const char *format, ...)',
  '__attribute__((__format__(printf, (1), 2))) int f(int a)',
  'asmlinkage __visible noinline void __noreturn f(void)',
  'static noinline_for_stack int __releases(&lock) f(int a)',
];

for (const head of heads) {
  test(`the grammar reads ${head}`, () => assert.ok(!hasError(maskSource(`${head}\n{\n\tg();\n}\n`))));
}

test('what is sized and cast keeps its words', () => {
  for (const words of [
    'sizeof(struct foo *)',
    'typeof(struct foo)',
    '__alignof__(struct foo)',
    'a = (struct foo *)b;',
  ]) {
    assert.equal(maskSource(words), words);
  }
});

test('length and lines stay, whatever the text is', () => {
  fc.assert(
    fc.property(cText, (text) => {
      const masked = maskSource(text);
      assert.equal(masked.length, text.length);
      assert.deepEqual(newlinesOf(masked), newlinesOf(text));
    }),
    { numRuns: 1000 },
  );
});
