import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { seededRandom, shuffle } from '../std.ts';
import { parseMaintainers } from './parseMaintainers.ts';
import { type PerlOptions, perlPattern } from './perlPattern.ts';

interface Question extends PerlOptions {
  readonly pattern: string;
  readonly texts: readonly string[];
}

// Texts stay until others come; the answer is 0 or 1 for each, x where perl itself fails, or r where it refuses.
const judge = String.raw`
  require 5.034; # "use" would give all patterns Unicode's rules
  my @texts;
  while (<STDIN>) {
    chomp;
    my ($unicode, $extended, @given) = split / /, $_, -1;
    for (@given) { $_ = pack 'H*', $_; if ($unicode) { utf8::decode($_); utf8::upgrade($_) } }
    if ($extended eq 't') { @texts = @given; next }
    my ($pattern, $answer) = (@given, '');
    my $refused = !defined eval { $extended ? qr/$pattern/x : qr/$pattern/ };
    if ($refused) { print "r\n"; next }
    local $SIG{ALRM} = sub { die };
    alarm 2;
    eval { $answer .= ($extended ? $_ =~ m/$pattern/x : $_ =~ m/$pattern/) ? 1 : 0 for @texts };
    alarm 0;
    print $answer, 'x' x (@texts - length $answer), "\n";
  }`;

/** What one perl answers, asked all the questions; `undefined` where there is none, or an older one. */
const askPerl = (questions: readonly Question[]): string[] | undefined => {
  let last: readonly string[] | undefined;
  const input = questions.flatMap(({ pattern, texts, unicode, extended }) => {
    const line = (kind: string, words: readonly string[]): string =>
      [
        unicode ? 1 : 0,
        kind,
        ...words.map((word) => Buffer.from(word, unicode ? 'utf8' : 'latin1').toString('hex')),
      ].join(' ');
    const given = texts === last ? [] : [line('t', texts)];
    last = texts;
    return [...given, line(extended ? '1' : '0', [pattern])];
  });
  // Its own endless loops, (?i)(?=s{1}){1}, end by the alarm only so.
  const env = { ...process.env, PERL_SIGNALS: 'unsafe' };
  const ran = spawnSync('perl', ['-e', judge], {
    input: input.join('\n'),
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 28,
  });
  return ran.status === 0 ? ran.stdout.split('\n').slice(0, -1) : undefined;
};

/** Holds ours against perl's, prints how many agree, and gives those that do not. */
const compare = (t: TestContext, questions: readonly Question[]): void => {
  const theirs = askPerl(questions);
  if (!theirs) return t.skip('because perl 5.34 or newer is not installed: apt-get install perl');
  assert.equal(theirs.length, questions.length);
  let [patterns, answers, yes, unsupported, failed] = [0, 0, 0, 0, 0];
  const differ: unknown[] = [];
  for (const [at, question] of questions.entries()) {
    const ours = perlPattern(question.pattern, question);
    const their = theirs[at] ?? '';
    if (ours.kind === 'unsupported') {
      if (their !== 'r') unsupported++;
      if (their !== 'r' && ours.because.startsWith('perl refuses')) differ.push([question.pattern, ours.because]);
      continue;
    }
    const answer = question.texts.map((text) => (ours.matches(text) ? '1' : '0')).join('');
    patterns++;
    answers += answer.length;
    yes += answer.replaceAll('0', '').length;
    if (their.includes('x')) failed++;
    else if (answer !== their) differ.push({ ...question, ours: ours.source, answer, their });
  }
  t.diagnostic(
    `${patterns - failed - differ.length} of ${patterns} patterns agree on all of ${answers} texts, ${yes} of which match; `
      + `${questions.length - patterns - unsupported} refused by both, ${unsupported} unsupported, ${failed} that perl fails on`,
  );
  assert.deepEqual(differ.slice(0, 5), []);
};

type Row = readonly [name: string, pattern: string, matching: string[], not: string[], options?: Partial<PerlOptions>];
const plain: PerlOptions = { extended: false, unicode: true };
const x = { extended: true };
const bytes = { unicode: false };

const corners: readonly Row[] = [
  ['a literal', 'drivers/net', ['a/drivers/net/b'], ['drivers-net']],
  ['^ and a literal', '^fs/x\\.c', ['fs/x.c', 'fs/x.cc'], ['a/fs/x.c', 'fs/xxc']],
  ['$ and @ are not interpolated', 'a@b$', ['a@b'], ['a']],
  ['$ also before the last newline', 'a$', ['a', 'a\n'], ['a\n\n', 'a\nb']],
  ['\\Z as $, \\z the very end', 'a\\Z|b\\z', ['a\n', 'b'], ['b\n']],
  ['^ and $ with (?m)', '(?m)^b$', ['a\nb\nc', 'b'], ['ab\n']],
  ['no line begins behind the last newline', '(?m)a\\n^', ['a\nb'], ['a\n']],
  ['. is all but the newline', '^.$', ['\r', '\u2028', '\u{1f600}'], ['\n']],
  ['. with (?s), and \\N', '^(?s:.)\\N', ['\na'], ['a\n']],
  ['/x leaves out blanks and comments', 'a b # c', ['ab'], ['a b'], x],
  ['/x leaves an escaped blank and a class', 'a\\ b[ #]', ['a b#'], ['ab#'], x],
  ['/x before and within a quantifier', '^a { 2 } +b\\z', ['aab'], ['aaab'], x],
  ['/x before what makes it lazy', '^(?>a + ?)b', ['ab'], ['aab'], x],
  ['/x behind a backslash', '^\\ x41\\z', [' x41'], ['A'], x],
  ['(?x), (?-x) up to the end of the group', '(?:(?x) a b)c d', ['abc d'], ['abcd']],
  ['(?^) takes /x away', '(?^)a b', ['a b'], ['ab'], x],
  ['(?#…) stands for nothing', 'a(?#b*)+c', ['aac'], ['ab']],
  ['a ] first in a class', '^[]a][^]a]', [']b'], ['a]']],
  ['a [ in a class', '^[a[b]\\z', ['['], ['a]']],
  ['hyphens at the ends', '^[-a][^b-]\\z', ['-a'], ['--']],
  ['a hyphen beside a class', '^[\\d--z][a-\\d]\\z', ['-a', 'z-'], ['.a']],
  ['a hyphen behind a range', '^[a-c-e]\\z', ['-', 'e'], ['d']],
  ['escapes in a class', '^[\\b\\x41\\e\\101\\cA]\\z', ['\b', 'A', '\x1b', '\x01'], ['b']],
  ['letters of other languages in a class', '^[\\R\\A\\&&--]+\\z', ['RA&-'], ['\n']],
  ['POSIX classes', '^[[:alpha:]_][[:^digit:]]\\z', ['_a', 'éb'], ['1a', 'a1']],
  ['what is no POSIX class', '^[[:alpha]\\z', [':', '['], ['z']],
  ['\\h, \\H, \\v, \\V and \\R', '^\\h\\H\\v\\V\\R\\z', ['\xa0a\x0b \r\n'], ['aa\x0b \n']],
  ['\\R does not give back', '^\\R\\n', ['\n\n'], ['\r\n']],
  ['\\x, \\o, \\0, \\c', '^\\x41\\x{ 42 }\\o{103}\\0104\\cE\\x\\z', ['ABC\b4\x05\0'], []],
  ['\\10 is octal without ten groups', '^(a)\\10\\z', ['a\b'], ['aa']],
  ['\\Q and \\E come too late', '^\\Qa.\\E\\z', ['QabE'], ['a.']],
  ['braces that are no quantifier', '^a{b{,}c{1\\z', ['a{b{,}c{1'], ['ab']],
  ['a brace that nothing precedes', '^(?:{2})\\z', ['{2}'], ['']],
  ['{,2}', '^a{,2}\\z', ['', 'aa'], ['aaa', 'a{,2}']],
  ['] and } by themselves', '^]}\\z', [']}'], []],
  ['an assertion repeated', '^\\b*$?a', ['a'], ['b']],
  ['possessive', '^a?+a', ['aa'], ['a']],
  ['atomic, within a repeat', '^(?:(?>a|ab)c)+\\z', ['acac'], ['abc']],
  ['look-behind of several lengths', '(?<=a|bcd)e(?<!x)', ['ae', 'bcde'], ['cde', 'e']],
  ['named groups', "(?<n>a)(?'m'b)(?P<n>c)", ['abc'], ['ab']],
  ['(?i) up to the end of the group', '(?:a(?i)b|c)d', ['aBd', 'Cd'], ['Abd', 'abD']],
  ['(?i-…: and (?^…:', '(?i)a(?-i:b)(?^:c)', ['Abc'], ['ABc', 'abC']],
  ['(?i) in ranges', '^(?i)[a-k_]+\\z', ['AK_\u212a'], ['-']],
  ['letters of ASCII that others fold to', '^(?i)sk\\z', ['SK', '\u017f\u212a'], ['s']],
  ['ligatures', '^(?i)officer st\\z', ['oﬃcer ﬆ', 'OﬀICER ST', 'ofﬁcer ſt'], ['ofcer st'], {}],
  ['ß is ss in any case', '^(?i)s[S]\\z', ['ß', 'ẞ', 'sſ'], ['s']],
  ['(?aai) keeps ASCII apart', '^(?aai)ssk\\z', ['SSK'], ['ßk', 'ss\u212a']],
  ['letters beyond ASCII', '^(?i)é\\w\\d\\b\\s', ['Éπ٣\u2003'], ['éa١b']],
  ['(?a) keeps classes to ASCII', '^(?a)\\w\\b.', ['a.', 'aé'], ['é.']],
  ['\\p', '^\\p{Lu}\\PL\\p{^L}\\z', ['É1-'], ['é1-']],
  ['(?i) and \\p{Lu}', '^(?i)\\p{Lu}[[:upper:]]\\z', ['éa'], ['1a']],
  ['bytes have letters of ASCII only', '^\\w\\W\\b', ['a\xe9b'], ['\xe9a'], bytes],
  ['bytes fold in ASCII only', '(?i)^k\xe9', ['K\xe9'], ['k\xc9'], bytes],
  ['bytes with (?u)', '(?ui)^\xe9\\w', ['\xc9\xe9'], ['e\xe9'], bytes],
  ['an alternative around a prefix', '^[+-].*a|b', ['+xa', 'b'], ['a']],
  ['nothing', '(?:)', ['', 'a'], []],
];

describe('corners', () => {
  for (const [name, pattern, matching, not, options] of corners) {
    test(`${name}: ${pattern}`, () => {
      const ours = perlPattern(pattern, { ...plain, ...options });
      assert.ok(ours.kind === 'pattern', ours.kind === 'unsupported' ? ours.because : '');
      for (const text of matching)
        assert.equal(ours.matches(text), true, `${JSON.stringify(text)} with ${ours.source}`);
      for (const text of not) assert.equal(ours.matches(text), false, `${JSON.stringify(text)} with ${ours.source}`);
    });
  }
  test('perl says the same', (t) => {
    compare(
      t,
      corners.map(([, pattern, yes, no, options]) => ({ pattern, texts: [...yes, ...no], ...plain, ...options })),
    );
  });
});

/** Patterns in the alphabet of `near`, so that they match it now and then. */
const drawnPattern = (): fc.Arbitrary<string> => {
  const words = (text: string): fc.Arbitrary<string> => fc.constantFrom(...text.split('␣'));
  const join = (parts: readonly string[]): string => parts.join('');
  const member = words(
    String.raw`a␣b␣s␣t␣k␣1␣_␣-␣\-␣[␣\]␣]␣^␣a-c␣S-T␣\d␣\w␣\s␣\W␣\D␣\h␣\v␣[:alpha:]␣[:^digit:]␣[:upper:]␣\n␣\x41␣\b␣é␣\p{L}␣#␣ ␣!-~␣\E␣&&`,
  );
  const set = fc
    .tuple(words('␣^'), fc.array(member, { minLength: 1, maxLength: 4 }))
    .map(([not, all]) => `[${not}${join(all)}]`);
  const one = fc.oneof(
    words('a␣b␣s␣t␣f␣k␣S␣é␣1␣_␣-␣#␣ ␣st␣ss␣ffi␣ab␣]␣}␣{␣{a}␣a{'),
    words(String.raw`.␣\d␣\w␣\W␣\s␣\S␣\h␣\H␣\v␣\R␣\N␣\n␣\.␣\ ␣\#␣\x41␣\x{73}␣\p{L}␣\PL␣\141␣\Q␣\E`),
    set,
    words(
      String.raw`^␣$␣\b␣\B␣\A␣\z␣\Z␣(?=a)␣(?!b)␣(?<=s)␣(?<!a|bc)␣(?m)^␣(?m)$␣(?<=a?b)␣(?#c)␣(?i)␣(?-i)␣(?x)␣(?^)␣(?s)`,
    ),
  );
  const times = words('␣␣␣␣␣␣*␣+␣?␣{2}␣{1,2}␣{,2}␣*?␣+?␣??␣++␣?+␣ *␣+ ?');
  const opening = words("(␣(?:␣(?:␣(?i:␣(?x:␣(?-i:␣(?^:␣(?a:␣(?aai:␣(?=␣(?!␣(?<!␣(?>␣(?<n>␣(?'n'");
  const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
    piece: fc
      .tuple(
        fc.oneof(
          { depthSize: 'small' },
          one,
          fc.tuple(opening, tie('pattern')).map(([open, body]) => `${open}${body})`),
        ),
        times,
      )
      .map(join),
    pattern: fc.array(fc.oneof({ weight: 9, arbitrary: tie('piece') }, words('|')), { maxLength: 5 }).map(join),
  }));
  return fc
    .tuple(words('␣^(?:␣(?i)'), pattern)
    .map(([open, body]) => (open === '^(?:' ? `^(?:${body})$` : `${open}${body}`));
};

/** Syntax thrown together, most of which perl refuses. */
const soup = fc
  .array(
    fc.constantFrom(
      ...'abs1 -^$.|()[]{}*+?\\\\#:=!<>,&\n',
      '(?',
      '(?:',
      '[^',
      '[:alpha:]',
      '\\d',
      '{2}',
      '\\x{',
      '\\N',
      '\\c',
      '\\12',
      '(?i',
      '(?#',
      '\\K',
    ),
    {
      maxLength: 9,
    },
  )
  .map((parts) => parts.join(''));

const near = fc
  .array(fc.constantFrom(...'abstfk1_-éSAK#.]{ \n\tßﬁ\u212a', 'st', 'ss', 'ffi', 'ab', '\r\n'), { maxLength: 5 })
  .map((parts) => parts.join(''));

// Within alternatives, perl 5.36 itself has no rule for signs that fold to several letters: (?i)hi|ab matches hİ, and
// (?i)at|i does not match aẗ, which begin alike.
const asPerlCan = ({ pattern, texts, ...options }: Question): Question => {
  const signs = /i.*\||\|.*i/s.test(pattern) ? /[ßﬁ]/g : /(?!)/g;
  const known = (text: string): string => (options.unicode ? text : text.replace(/[^\0-\xff]/g, '')).replace(signs, '');
  return { pattern: known(pattern) || '(?:)', texts: texts.map(known), ...options };
};

test('patterns drawn at random: perl says the same, or it is unsupported', (t) => {
  const options = { extended: fc.boolean(), unicode: fc.boolean() };
  const question = fc.record({
    pattern: fc.oneof({ weight: 3, arbitrary: drawnPattern() }, { weight: 1, arbitrary: soup }),
    texts: fc.array(near, { minLength: 8, maxLength: 8 }),
    ...options,
  });
  compare(t, fc.sample(question, Number(process.env['PATCHLING_PATTERNS'] ?? 2000)).map(asPerlCan));
});

/** As read_maintainer_file() in scripts/get_maintainer.pl makes them regular expressions. */
const asScript = (file: string): string => file.replace(/\./g, '\\.').replace(/\*/g, '.*').replace(/\?/g, '.');

const inGroups = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

test("every pattern of a real tree's MAINTAINERS, on its paths and its lines", (t) => {
  const tree = kernelTree();
  if (tree === undefined) return t.skip(noKernelTree);
  const { sections } = parseMaintainers(readFileSync(join(tree, 'MAINTAINERS'), 'utf8'));
  const values = (letters: string): string[] =>
    sections.flatMap(({ fields }) => fields.flatMap(({ letter, value }) => (letters.includes(letter) ? [value] : [])));
  const folders = ['mm', 'lib', 'drivers/clk', 'arch/arm'].filter((folder) => existsSync(join(tree, folder)));
  const paths = folders.flatMap((folder) =>
    readdirSync(join(tree, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  const random = seededRandom(process.env['SEED'] ?? '2026');
  const drawn = shuffle(paths, random).slice(0, 3000);
  const all = ['MAINTAINERS', 'Makefile'].flatMap((path) => readFileSync(join(tree, path), 'utf8').split(/(?<=\n)/));
  const lines = shuffle(all, random)
    .slice(0, 4000)
    .map((line) => `+${line}`);
  compare(t, [
    ...values('N').map((pattern) => ({ pattern, texts: drawn, ...plain, ...x })),
    ...values('K').flatMap((value) =>
      [value, `^[+-].*${value}`].map((pattern) => ({ pattern, texts: lines, ...plain, ...x })),
    ),
    ...inGroups(values('FX'), 30).flatMap((files) => {
      const texts = [...drawn.slice(0, 20), ...files.map((file) => `${file}x`)]; // near: what the lines beside it name
      return files.map((file) => ({ pattern: `^${asScript(file)}`, texts, ...plain }));
    }),
  ]);
});
