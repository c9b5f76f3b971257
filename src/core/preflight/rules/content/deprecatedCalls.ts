import { eachPatch, type PreflightRule, type Source } from '../../rule.ts';
import { exampleDiff } from './exampleDiff.ts';
import { atUse, type FindSpot, inCode, newUses, spotOf } from './newUses.ts';

const DEPRECATED = 'Documentation/process/deprecated.rst';

interface Call {
  readonly name: string;
  readonly called: string;
  readonly heading: string;
  readonly phrase: string;
  readonly also?: readonly Source[];
  readonly find: FindSpot;
  readonly why: string;
  readonly next: string;
  /** A line with it, and one that only looks like it. */
  readonly bad: string;
  readonly good: readonly string[];
}

const calls: readonly Call[] = [
  {
    name: 'bug-added',
    called: 'BUG() or BUG_ON()',
    heading: 'BUG() and BUG_ON()',
    phrase: 'Use WARN() and WARN_ON() instead',
    also: [
      {
        file: 'doc/develop/checkpatch.rst',
        heading: 'Type Descriptions',
        phrase: 'BUG() or BUG_ON() should be avoided totally',
      },
    ],
    find: inCode(/\b(?:VM_)?BUG(?:_ON)?(?:_[A-Z]+)?\s*\(/),
    why: 'A machine that stops takes its logs and its users along, often for something that could have been handled.',
    next: 'Handle the case and return an error; where it can never happen, say so with WARN_ON_ONCE().',
    bad: '\tBUG_ON(!item);',
    good: ['\tBUILD_BUG_ON(sizeof(item) > 8);', '\t/* no BUG_ON(item) here */', '\tpr_err("BUG(): item");'],
  },
  {
    name: 'simple-strto-added',
    called: 'a simple_strto function',
    heading: 'simple_strtol(), simple_strtoll(), simple_strtoul(), simple_strtoull()',
    phrase: 'explicitly ignore overflows',
    find: inCode(/\bsimple_strtou?ll?\s*\(/),
    why: 'It does not notice numbers that are too large, nor what follows the number.',
    next: 'Use kstrtoul() or its kin, and check what it returns.',
    bad: '\tnumber = simple_strtoul(text, NULL, 10);',
    good: ['\tif (kstrtoul(text, 10, &number))', '\t/* simple_strtoul(text) is gone */'],
  },
  {
    name: 'strcpy-added',
    called: 'strcpy()',
    heading: 'strcpy()',
    phrase: 'no bounds checking on the destination',
    find: inCode(/(?<![\w.>])strcpy\s*\(/),
    why: 'Nothing stops it at the end of the destination, so each use has to be proven safe by whoever reads it.',
    next: 'Use strscpy(); mind that it returns a length or an error, not the destination.',
    bad: '\tstrcpy(item->name, name);',
    good: ['\tstrscpy(item->name, name);', '\tops->strcpy(item, name);'],
  },
  {
    name: 'strncpy-added',
    called: 'strncpy()',
    heading: 'strncpy() on NUL-terminated strings',
    phrase: 'does not guarantee that the destination buffer',
    find: inCode(/(?<![\w.>])strncpy\s*\(/),
    why: 'A string that is just too long is left without its end, and whoever reads it runs on behind it.',
    next: 'Use strscpy(), strscpy_pad(), or strtomem() for what is no string.',
    bad: '\tstrncpy(item->name, name, sizeof(item->name));',
    good: ['\tstrscpy_pad(item->name, name);'],
  },
  {
    name: 'strlcpy-added',
    called: 'strlcpy()',
    heading: 'strlcpy()',
    phrase: 'reads the entire source buffer first',
    find: inCode(/(?<![\w.>])strlcpy\s*\(/),
    why: 'It reads all of the source, even where that has no end.',
    next: 'Use strscpy().',
    bad: '\tstrlcpy(item->name, name, sizeof(item->name));',
    good: ['\tstrscpy(item->name, name, sizeof(item->name));'],
  },
  {
    name: 'pointer-printed',
    called: '"%p" in a format',
    heading: '%p format specifier',
    phrase: 'New uses of "%p" should not',
    find: ({ strings }) => spotOf(/(?<!%)%[-0#+ ]?\d{0,3}p(?![A-Za-z0-9])/.exec(strings)),
    why: 'It prints a hash, which helps nobody; and what would help tells an attacker where the kernel lies.',
    next: 'Print what the pointer stands for: a name, a number, "%pS" for a function; or leave it out.',
    bad: '\tpr_info("item %p\\n", item);',
    good: ['\tpr_info("item %pS at 100%%p\\n", item);', '\t/* "%p" is hashed */'],
  },
];

const ruleOf = ({ name, called, heading, phrase, also = [], find, why, next, bad, good }: Call): PreflightRule => ({
  name,
  title: `a new use of ${called}`,
  group: 'content',
  severity: 'warning',
  sources: [{ file: DEPRECATED, heading, phrase }, ...also],
  covers: ['SER-24'],
  why,
  next,
  look: eachPatch((patch) =>
    newUses(patch, find).map((use) => ({
      ...atUse(patch, use),
      what: `${use.hunk.file.path} gets a new use of ${called}.`,
    })),
  ),
  examples: [
    { given: { diff: exampleDiff('mm/slub.c', [' {', `+${bad}`, ' }']) }, finds: `a new use of ${called}` },
    ...good.map((line) => ({ given: { diff: exampleDiff('mm/slub.c', [' {', `+${line}`, ' }']) } })),
    // It was there before: moved, or edited.
    { given: { diff: exampleDiff('mm/slub.c', [' {', `-${bad}`, `+\tif (item)`, `+\t${bad}`, ' }']) } },
    // An ordinary program.
    { given: { diff: exampleDiff('tools/perf/list.c', [' {', `+${bad}`, ' }']) } },
    { given: { diff: exampleDiff('Documentation/mm/slub.rst', [' Text', `+${bad}`, ' Text']) } },
  ],
});

/** Calls that process/deprecated.rst asks nobody to add. */
export const deprecatedCalls: readonly PreflightRule[] = calls.map(ruleOf);
