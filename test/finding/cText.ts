import fc from 'fast-check';

/** Words that make text look like the kernel's C, whole and cut in odd places, for properties over any text. */
const PIECES = [
  ...['static ', 'int ', 'struct foo ', '*p', 'x', ' = ', 'kmalloc', '(', ')', '{', '}', ';', ',', '"', "'", '\\'],
  ...['/*', '*/', '//', '\n', '\r\n', '\\\n', '\t', ' ', 'é', '\0', 'sizeof', ' + ', ' * ', '0', '&lock', '\n}\n'],
  ...['\n#if 0', '\n#ifdef CONFIG_X', '\n# if defined(A) && \\\n\tdefined(B)', '\n#else', '\n#elif X', '\n#endif\n'],
  ...['\n#define F(a) \\\n', 'list_for_each_entry(p, head, list)', 'for_each_foo (x)', '__printf(1, 2)', '__init '],
  ...[
    '__attribute__((packed))',
    'container_of(p, struct foo, m)',
    'scoped_guard(mutex, &lock) {',
    '\nSYSCALL_DEFINE3(',
  ],
  ...[
    'read, unsigned int, fd)',
    'va_arg(ap, unsigned int)',
    '\n\tfallthrough;',
    '__free(kfree) ',
    'const struct foo *',
  ],
];

export const cText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }))
  .map((pieces) => pieces.join(''));

/** The offsets of a text's newlines. */
export const newlinesOf = (text: string): number[] => [...text.matchAll(/\n/g)].map((match) => match.index);
