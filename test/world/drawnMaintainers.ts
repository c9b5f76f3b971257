import fc from 'fast-check';

/** Texts drawn from pieces, the plain and the odd. `\ue0e9` stands for the byte 0xE9, which is no UTF-8. */
const joined = (parts: readonly string[], most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: most }).map((drawn) => drawn.join(''));

// biome-ignore format: signs
const NAME_PARTS = [
  'Ada', 'Made', ' ', ' ', 'B.', "O'Neil", '"', '\\', '\\"', '(', ')', '🐧', 'é', 'Σ', 'ΑΣ', 'ß', 'İ', '\t', ',', '-',
  '_', '\u00a0', '\u0085', '\u2028', '\ufeff', '\ue0e9', '<', ';', ':', '[', '.', '0', 'K\u0301', 'work', '\r', '\v', '#',
];
// biome-ignore format: addresses
const ADDRESSES = [
  'ada@made.example', 'ADA@made.example', 'two@made.example', 'a@b', 'a.@b.example', 'é@made.example',
  'a b@made.example', '"q q"@made.example', 'a@[1.2.3.4]', 'a@@made.example', 'made.example', '', ' ada@made.example ',
  'ada@made.example>', 'torvalds@linux-foundation.org',
];
// biome-ignore format: what stands behind an address
const TAILS = [
  '', '', '', ' ', '\t', ' (a comment)', ' (a, b)', ', Two <two@made.example>', ',two@made.example', ' # x', ',', ' >',
];
const KNOWN = [
  'Ada Made <ada@made.example>',
  'ada made <ADA@made.example>',
  'Grace B. Hopper <grace@made.example>',
  '"Hopper, Grace" <grace@other.example>',
  'Tomáš Łuk <tomas@made.example>',
  'bare@made.example',
  '<angle@made.example>',
  'Linus Torvalds <torvalds@linux-foundation.org>',
  'One <one@made.example>, Two <two@made.example>',
  "Jörg O'Neil (work) <jorg@made.example>",
  'no address here',
  'L\ue0e9a Made <lea@made.example>',
  'Team: One <one@made.example>, Two <two@made.example>;',
  '',
];

const named = fc
  .tuple(joined(NAME_PARTS, 5), fc.constantFrom(...ADDRESSES), fc.constantFrom(...TAILS))
  .map(([name, address, tail]) => `${name} <${address}>${tail}`);
const nameless = fc.tuple(fc.constantFrom(...ADDRESSES), fc.constantFrom(...TAILS)).map((parts) => parts.join(''));
/** Somebody, as people write themselves into a file. */
const person: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...KNOWN), named, nameless);

// biome-ignore format: signs
const TITLE_PARTS = [
  'A TITLE', 'THE REST', 'BUS', ' ', '  ', '\t', ':', 'M :', '(', 'DRÜBEN', '🐧', '\u00a0', '\u0085', '"', '\\',
  'x'.repeat(24), 'ŁETTERS', '\ue0e9', '\ufeff', '-', 'é: ', '\f',
];
const TITLES = [
  'A TITLE',
  'THE REST',
  'THE REST ',
  'ANOTHER',
  `A TITLE THAT IS LONGER THAN FIFTY SIGNS (${'x'.repeat(20)}) AND MORE`,
  'A TITLE THAT IS LONGER THAN FIFTY SIGNS, BUT      MORE',
  'DRÜBEN - WITH ŁETTERS THAT ARE NOT ASCII AT ALL, AND MORE',
];
const title = fc.oneof(fc.constantFrom(...TITLES), joined(TITLE_PARTS, 4));

const GAPS = ['\t', ' ', '', '   ', '\u00a0', '\u0085', '\ufeff', '\v'];
// biome-ignore format: words
const STATUS = [
  'Maintained', 'Supported', 'Odd Fixes', 'Orphan', 'Obsolete', 'Buried alive in reporters', 'maintained ',
  'SUPPORTED', 'Strange', 'ÄΣ', '',
];
const LISTS = [
  'open@lists.example',
  'OPEN@lists.example',
  'closed@lists.example (subscribers-only)',
  'CLOSED@lists.example',
  'slow@lists.example (moderated for non-subscribers)',
  'slow@lists.example',
  'slow@lists.example\t(moderated)',
  'both@lists.example (moderated, subscribers-only)',
  'trail@lists.example ',
  'A List <named@lists.example>',
  'ada@made.example',
  'nbsp@lists.example\u00a0(moderated)',
  '',
];
// biome-ignore format: patterns
const FILES = [
  '*', '*/', 'drivers/', 'drivers', 'drivers/net', 'drivers/net/', 'drivers/net/*', '*/net/*', 'drivers/n?t/', 'lib/a',
  'lib/a*', 'drivers//net', './lib/', '/lib/', '.', '', 'lib', '?ib/', 'lib/[ab]*', '[^d]*', 'drivers/net/tun.c',
  'drivers/net/t[ou]n.c', 'lib/a.c', 'lib/(a|b).c', 'Documentation/x.yaml', 'Documentation/*.yaml', 'lib/a.c ',
  'lib/a b.c', 'lib/é.c', 'lib/é', 'README|lib/', 'drivers/c++', 'drivers/c++/', 'lib/a\\.c', '^lib/', 'lib/a$',
  'lib/a.c$', 'li{1}b/', 'li*b/*', '*.c', '.*', 'dev/null', 'MAINTAINERS', 'lib/\u00a0x', 'lib/🐧', 'LIB/', '(?i)LIB/',
  'lib/@x', 'drivers/net/\t',
];
// biome-ignore format: patterns
const NAMES = [
  'tun', '[^a-z]net', 't u n # x', '^lib/', 'net*', 'lib/a\\.c$', 'a\\ b', 'é', '\\.c\\z', 'null$', '(?i:TUN)',
  '# all', 'MAINTAINERS', '\\W', '^[^/]+$', '🐧', '.yaml', 'drivers/c\\+\\+', '\\s',
];
// biome-ignore format: patterns
const WORDS = [
  '\\bdma_(?:buf|fence)\\b', '(?i)rust', 'alpha|beta', 'dma_buf', '[gG]oogle', '\\bNO_', 'x\\+y', '^\\+beta',
  'gamma | delta', 'beta$', '\\bé', '^Subject:', '\\d{4}', 'of_get_mac_address|beta', '\\x{e9}', '🐧', '^[ ]rust',
  'x{9999}', 'alpha\\n', '[^\\n]{200}', '(?:alpha|gamma)\\s+word', 'end # of it', '\\w+\\s*=>', '\\Aalpha', 'Ü',
];
// biome-ignore format: lines
const ODD_LINES = [
  'T:\tgit git://made.example/tree.git', '# a remark', '', ' ', '\t# remark', '\u00a0', '\u0085', '\u0085# x', '\ufeff',
  '\f', '   indented words', 'Q: nothing', 'Z: no such', 'é: no', 'm: small', 'MM: two', `W:\t${'x'.repeat(10_000)}`,
];

const lettered = (letters: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...letters), fc.constantFrom(...GAPS), value)
    .map(([letter, gap, text]) => `${letter}:${gap}${text}`);

const line = fc.oneof(
  { weight: 5, arbitrary: lettered('MMR', person) },
  { weight: 3, arbitrary: lettered('S', fc.constantFrom(...STATUS)) },
  { weight: 3, arbitrary: lettered('L', fc.constantFrom(...LISTS)) },
  { weight: 8, arbitrary: lettered('FFFX', fc.constantFrom(...FILES)) },
  { weight: 2, arbitrary: lettered('N', fc.constantFrom(...NAMES)) },
  { weight: 3, arbitrary: lettered('K', fc.constantFrom(...WORDS)) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_LINES) },
);

/** One title, several one below the other, or none. */
const section = fc
  .tuple(fc.array(title, { maxLength: 3 }), fc.array(line, { maxLength: 9 }))
  .map(([titles, lines]) => [...titles, ...lines].join('\n'));

const HEADS = [
  '',
  '',
  'Prose before\n\n',
  '\ufeff',
  '# remark\n',
  'F:\tlib/a.c\n',
  'F:\tlib\n',
  'M:\tx@y.z\n',
  'S:\tX\n',
];

/** A MAINTAINERS as tired people write it; it has at least one field. */
export const maintainersFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(section, { minLength: 1, maxLength: 10 }),
    fc.constantFrom('\n', '\n\n', '\n# between\n'),
    fc.constantFrom('', '\n', '\nR:\tLast <last@made.example>'),
  )
  .map(([head, sections, between, end]) => `${head}${sections.join(between)}\nS:\tMaintained${end}`);

const MAPS = [
  'Ada Real <ada@made.example>',
  'Ada Real <ADA@MADE.example>',
  '<ada@new.example> <ada@made.example>',
  '<ada@new.example>\t<ADA@made.example>  # remark',
  'Grace Real <grace@real.example> <grace@other.example>',
  'Two Real <two@real.example> Two <two@made.example>',
  'Two Real <two@real.example> two <TWO@made.example>',
  '  Two Real  <two@real.example>  Two  <two@made.example>  ',
  '# nothing',
  'no address at all',
  '<only@made.example>',
  'Lea Real <lea@real.example> L\ue0e9a Made <lea@made.example>',
  '"Hopper, G." <grace@real.example> "Hopper, Grace" <grace@other.example>',
  'Open List <open@lists.example>',
  '<new@lists.example> <open@lists.example>',
  'Jörg <jorg@real.example> <jorg@made.example>\r',
  '\u00a0Ada <ada@made.example>\u00a0',
];

/** A .mailmap, its rows in every form that gitmailmap(5) has and in some that it has not. */
export const mailmapFile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...MAPS),
      fc
        .tuple(named, fc.option(fc.constantFrom(...ADDRESSES)))
        .map(([who, of]) => (of === null ? who : `${who} <${of}>`)),
    ),
    { maxLength: 6 },
  )
  .map((rows) => rows.map((row) => `${row}\n`).join(''));

const YAML = [
  'maintainers:',
  '  - Yam L. Made <yaml@made.example>',
  '  - Ł. Ü <u@made.example>',
  '# Copyright (C) 2020, Some One, <some@made.example>',
  'Name\n  <below@made.example>',
  'a@b.example,c@d.example;{e@f.example}(g@h.example)',
  "'Quoted, Name' <q@made.example>",
  'mail: a+b@made.example.',
  '𝒜 Math <math@made.example>',
  'X 𝒜 Math <math@made.example>',
  'CRLF\r\n  Next <next@made.example>\r',
  'Tab\tName <tab@made.example>',
  ', . Stray - <stray@made.example>',
  'reg@0x10 { }',
  'NO_WAY',
  'Nb\u00a0Sp <nbsp@made.example>',
  '\ufeffBom <bom@made.example>',
  'x'.repeat(300),
];

/** A yaml file with addresses where people put them. */
export const yamlFile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      person.map((who) => `  - ${who}`),
      fc.constantFrom(...YAML),
    ),
    { maxLength: 8 },
  )
  .map((rows) => rows.join('\n'));

/** The paths of a drawn tree, each a file; some have names that a shell would mind. */
export const PATHS = [
  'drivers/net/tun.c',
  'drivers/net/deep/ton.c',
  'drivers/c++/x.c',
  'lib/a.c',
  'lib/ab.c',
  'lib/a b.c',
  'lib/é.c',
  'lib/🐧.c',
  'Documentation/x.yaml',
  'Documentation/odd.yaml',
  'MAINTAINERS',
  'README',
];
