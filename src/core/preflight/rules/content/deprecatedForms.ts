import { eachPatch, type PreflightRule } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { multipliedSize } from './multipliedSize.ts';
import { atUse, type FindSpot, inCode, newUses, spotOf, textSpot } from './newUses.ts';

const DEPRECATED = 'Documentation/process/deprecated.rst';
const example = (...lines: readonly string[]) => ({ given: { diff: exampleDiff('mm/slub.c', lines) } });

/** An array of no or one element that ends a struct: `items[0];` before the closing brace. */
const trailingArray =
  (count: '0' | '1'): FindSpot =>
  ({ code }, { lines, hunk }, index) => {
    const found = /^\s+((?:[\w*]+\s+)+)\*?\w+\[\s*([01])\s*\]\s*;/.exec(code);
    if (found?.[2] !== count || /\b(?:return|else|case|goto|static)\b/.test(found[1] ?? '')) return undefined;
    const next = lines.slice(index + 1, index + 6).find((line) => line.line.mark !== '-' && line.code.trim() !== '');
    if (!/^\s*\}[^(]*;/.test(next?.code ?? '')) return undefined;
    const opened = lines
      .slice(Math.max(0, index - 60), index)
      .findLast(
        (line) => line.line.mark !== '-' && /\b(?:struct|union)\b.*\{|^\{|\)\s*$/.test(line.code.slice(0, 200)),
      );
    return /\b(?:struct|union)\b/.test(opened?.code ?? hunk.section) ? spotOf(found) : undefined;
  };

// A comment of these words alone, on a line of its own.
const fallsThrough: FindSpot = ({ code, comment }) =>
  code.trim() === '' && /^\/[*/]\s*@?fall(?:s|ing)?[ -]?thr(?:ough|u)[\s.!:-]*(?:\*\/)?$/i.test(comment.trim())
    ? textSpot(comment)
    : undefined;

/** Forms of code that process/deprecated.rst asks nobody to add. */
export const deprecatedForms: readonly PreflightRule[] = [
  {
    name: 'allocation-size-multiplied',
    title: 'a size is multiplied in the arguments of an allocator',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: DEPRECATED,
        heading: 'open-coded arithmetic in allocator arguments',
        phrase: 'do not use ``count * size``',
      },
    ],
    covers: ['SER-24'],
    why: 'The product can wrap around; then less is allocated than is used, which is how memory is overwritten.',
    next: 'Use the form with two factors (kmalloc_array(), kcalloc()), struct_size() or array_size().',
    look: eachPatch((patch) =>
      newUses(patch, multipliedSize).map((use) => ({
        ...atUse(patch, use),
        what: 'The size is multiplied in the arguments of the allocator.',
      })),
    ),
    examples: [
      { ...example(' {', '+\tp = kmalloc(count * sizeof(*p), GFP_KERNEL);', ' }'), finds: 'multiplied' },
      {
        ...example(' {', '+\tp = devm_kzalloc(dev,', '+\t\t\t count * sizeof(u32),', '+\t\t\t GFP_KERNEL);', ' }'),
        finds: 'multiplied',
      },
      example(' {', '+\tp = kmalloc(sizeof(*p), GFP_KERNEL);', ' }'),
      example(' {', '+\tp = kmalloc(16 * sizeof(u32), GFP_KERNEL);', ' }'),
      example(' {', '+\tp = kmalloc(array_size(n, sizeof(*p)), GFP_KERNEL);', ' }'),
      example(' {', '+\tp = kmalloc_array(a * b, sizeof(*p), GFP_KERNEL);', ' }'),
      example(' {', '+\tp = kmalloc(SIZE, GFP_KERNEL) + a * b;', ' }'),
    ],
  },
  {
    name: 'zero-length-array-added',
    title: 'a new array of length zero',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: DEPRECATED,
        heading: 'Zero-length and one-element arrays',
        phrase: 'zero-length arrays should no longer be used',
      },
    ],
    covers: ['SER-24'],
    why: 'The compiler does not know where such an array ends, so nothing checks what is copied into it.',
    next: 'Declare a flexible array member: `items[];`, or DECLARE_FLEX_ARRAY() in a union.',
    look: eachPatch((patch) =>
      newUses(patch, trailingArray('0'), () => true).map((use) => ({
        ...atUse(patch, use),
        what: 'The struct ends with an array of length zero.',
      })),
    ),
    examples: [
      { ...example(' struct a {', ' \tint count;', '+\tstruct b items[0];', ' };'), finds: 'length zero' },
      example(' struct a {', ' \tint count;', '+\tstruct b items[];', ' };'),
      example(' void f(void)', ' {', '+\treturn items[0];', ' };'),
    ],
  },
  {
    name: 'one-element-array-added',
    title: 'a struct that ends with an array of one element',
    group: 'content',
    severity: 'note',
    sources: [
      { file: DEPRECATED, heading: 'Zero-length and one-element arrays', phrase: 'one-element array at the end' },
    ],
    covers: ['SER-24'],
    why: 'Where more elements follow in memory, every size computed from the struct is off by one of them.',
    next: 'If more than one element can follow, declare a flexible array member: `items[];`.',
    look: eachPatch((patch) =>
      newUses(patch, trailingArray('1')).map((use) => ({
        ...atUse(patch, use),
        what: 'The struct ends with an array of one element: can more than one follow?',
      })),
    ),
    examples: [
      { ...example(' struct a {', ' \tint count;', '+\tstruct b items[1];', ' };'), finds: 'can more than one' },
      example(' struct a {', '+\tstruct b items[1];', ' \tint count;', ' };'),
      example(' int f(void)', ' {', '+\tint items[1];', ' \treturn 0;', ' }'),
    ],
  },
  {
    name: 'fall-through-in-a-comment',
    title: 'a fall-through is marked by a comment',
    group: 'content',
    severity: 'warning',
    sources: [
      {
        file: DEPRECATED,
        heading: 'Implicit switch case fall-through',
        phrase: 'we no longer allow implicit fall-through',
      },
    ],
    covers: ['SER-24'],
    why: 'Compilers differ in which comments they believe; the keyword means the same to all of them.',
    next: 'Write `fallthrough;` as a statement.',
    look: eachPatch((patch) =>
      newUses(patch, fallsThrough).map((use) => ({
        ...atUse(patch, use),
        what: 'A comment marks the fall-through.',
      })),
    ),
    examples: [
      { ...example(' \tcase 1:', '+\t\t/* fall through */', ' \tcase 2:'), finds: 'A comment marks' },
      { ...example(' \tcase 1:', '+\t\t// fallthrough', ' \tcase 2:'), finds: 'A comment marks' },
      example(' \tcase 1:', '+\t\tfallthrough;', ' \tcase 2:'),
      example(' {', '+\t/* errors fall through to the caller */', ' }'),
    ],
  },
  {
    name: 'allocation-without-type',
    title: 'a struct is allocated by its size, not by its type',
    group: 'content',
    severity: 'note',
    sources: [
      {
        file: DEPRECATED,
        heading: 'Open-coded kmalloc assignments for struct objects',
        phrase: 'Performing open-coded kmalloc()-family allocation assignments',
        newerThan: '6.12',
      },
    ],
    covers: ['SER-24'],
    why: 'The compiler cannot compare the type of what is allocated with the pointer that takes it.',
    next: 'Use kmalloc_obj() or kzalloc_obj(), where the tree that you build on has them.',
    look: eachPatch((patch) =>
      newUses(patch, inCode(/=\s*kv?[mz]alloc\s*\(\s*sizeof\s*\(\s*(?:\*|struct\b)/)).map((use) => ({
        ...atUse(patch, use),
        what: 'A struct is allocated by its size: does the tree have kmalloc_obj() for it?',
      })),
    ),
    examples: [
      { ...example(' {', '+\tp = kzalloc(sizeof(*p), GFP_KERNEL);', ' }'), finds: 'kmalloc_obj' },
      example(' {', '+\tp = kzalloc_obj(*p, GFP_KERNEL);', ' }'),
      example(' {', '+\tp = kzalloc(size, GFP_KERNEL);', ' }'),
    ],
  },
  {
    name: 'deprecated-attribute-added',
    title: 'something is newly marked __deprecated',
    group: 'content',
    severity: 'warning',
    sources: [{ file: DEPRECATED, heading: '__deprecated', phrase: "isn't the full solution" }],
    covers: ['SER-24'],
    why: 'The mark warns nobody any more, so old uses stay and new ones come.',
    next: 'Convert the users and remove the interface, or name it in Documentation/process/deprecated.rst.',
    look: eachPatch((patch) =>
      newUses(patch, inCode(/\b__deprecated\b/)).map((use) => ({
        ...atUse(patch, use),
        what: 'The patch marks something __deprecated.',
      })),
    ),
    examples: [
      { ...example(' ', '+int __deprecated old(void);', ' '), finds: '__deprecated' },
      example(' ', '+int fresh(void); /* not __deprecated */', ' '),
    ],
  },
];
