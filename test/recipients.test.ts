import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { whoGetsAll } from '../src/bench/whoGets.ts';
import type { WhoInput } from '../src/bench/whoInputs.ts';
import { compareText, seededRandom, shuffle } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { type OpenBook, openBook } from '../src/gather/openBook.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { askTieBroken } from './world/tieBroken.ts';

// The judge is the tree's own script, a copy that leaves nothing to perl's hash order. `npm run figures` asks thousands.
const tree = kernelTree();
const noPerl = spawnSync('perl', ['-v']).status !== 0 && 'because perl is not installed: apt-get install perl';
const skip = (tree === undefined && noKernelTree) || noPerl;
const host = createHost();
const script = tree === undefined || skip ? '' : readFileSync(join(tree, 'scripts/get_maintainer.pl'), 'latin1');
const NO_GIT = ['--nogit', '--nogit-fallback'];

const ours = async (book: OpenBook, input: WhoInput): Promise<string> =>
  Buffer.from((await whoGetsAll(host, book, [input])).printed).toString('latin1');

test('files of the kernel tree, to the byte', { skip }, async (t) => {
  const seed = process.env['SEED'] ?? '2026';
  const all = globSync('**/*.*', { cwd: tree, exclude: ['.git'] }).toSorted(compareText);
  const files = ['Makefile', 'mm/', 'MAINTAINERS', ...shuffle(all, seededRandom(seed)).slice(0, 97)];
  const theirs = await askTieBroken(
    tree ?? '',
    [...NO_GIT, '-f'],
    files.map((file) => [file]),
  );
  const book = openBook(host, tree ?? '', NO_GIT);
  const differ: string[] = [];
  for (const [at, path] of files.entries()) {
    if ((await ours(book, { kind: 'path', input: path, path })) !== theirs[at]) differ.push(path);
  }
  t.diagnostic(`${files.length - differ.length} of ${files.length} agree (seed ${seed})`);
  assert.deepEqual(differ, []);
});

const PEOPLE = [
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
  'L\ue0e9a Made <lea@made.example>', // stands for a byte of Latin-1, which is no UTF-8
];
const LINES = [
  ...PEOPLE.flatMap((person) => [`M:\t${person}`, `R: ${person}`]),
  ...[
    'Maintained',
    'Supported',
    'Odd Fixes',
    'Orphan',
    'Obsolete',
    'Buried alive in reporters',
    'maintained ',
    'Strange',
  ].map((status) => `S:\t${status}`),
  'L:\topen@lists.example',
  'L:\tOPEN@lists.example',
  'L:\tclosed@lists.example (subscribers-only)',
  'L:\tslow@lists.example (moderated for non-subscribers)',
  ...[
    '*',
    '*/',
    'drivers/',
    'drivers',
    'drivers/net',
    'drivers/net/',
    'drivers/net/*',
    '*/net/*',
    'drivers/n?t/',
    'lib/a',
  ].flatMap((pattern) => [`F:\t${pattern}`, `F:\t${pattern}`, `X:\t${pattern}`]),
  ...[
    'drivers/net/tun.c',
    'drivers/net/t[ou]n.c',
    'lib/a.c',
    'lib/',
    'lib/(a|b).c',
    'Documentation/x.yaml',
    'lib/a.c ',
  ].map((pattern) => `F:\t${pattern}`),
  ...['tun', '[^a-z]net', 't u n # x', '^lib/', 'net*'].map((pattern) => `N:\t${pattern}`),
  ...['\\bdma_(?:buf|fence)\\b', '(?i)rust', 'alpha|beta', 'dma_buf', '[gG]oogle', '\\bNO_', 'x\\+y'].map(
    (word) => `K:\t${word}`,
  ),
  'T:\tgit git://made.example/tree.git',
  '# a remark',
  '',
  '   indented words',
  'Q: nothing',
];
const PATHS = [
  'drivers/net/tun.c',
  'drivers/net/deep/ton.c',
  'lib/a.c',
  'lib/ab.c',
  'Documentation/x.yaml',
  'MAINTAINERS',
  'README',
];
const TEXTS = [
  '+\tdma_buf(alpha);',
  '-beta',
  ' Rust here',
  '+x+y NO_WAY',
  'Fixes: 0123456789ab ("a")',
  'Google it',
  '--- not a file',
  '',
];
const MAPS = [
  'Ada Real <ada@made.example>',
  '<ada@new.example> <ada@made.example>',
  'Grace Real <grace@real.example> <grace@other.example>',
  'Two Real <two@real.example> Two <two@made.example>',
  '# nothing',
  'Lea Real <lea@real.example> L\ue0e9a Made <lea@made.example>',
];

const section = fc.record({
  title: fc.constantFrom(
    'A TITLE',
    'THE REST',
    'ANOTHER',
    `A TITLE THAT IS LONGER THAN FIFTY SIGNS (${'x'.repeat(20)}) AND MORE`,
    'DRÜBEN - WITH ŁETTERS THAT ARE NOT ASCII AT ALL, AND MORE',
  ),
  lines: fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 9 }),
});
const world = fc.record({
  sections: fc.array(section, { minLength: 1, maxLength: 12 }),
  mailmap: fc.array(fc.constantFrom(...MAPS)),
  ignore: fc.array(fc.constantFrom('two@made.example', 'Ada Made <ada@made.example>', 'bad line'), { maxLength: 2 }),
  conf: fc.array(
    fc.constantFrom(
      '--norolestats',
      '--no-m',
      '--nor',
      '--s',
      '--nofixes',
      '--fe',
      '--noremove-duplicates',
      '--git-min-percent 3',
      '--pattern-depth=1',
      ...(script.includes('keywords-in-file') ? ['--kf'] : []),
      '--nomailmap',
      '--non',
    ),
    { maxLength: 3 },
  ),
  mails: fc.array(
    fc.record({
      before: fc.array(fc.constantFrom(...TEXTS), { maxLength: 4 }),
      paths: fc.array(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 3 }),
      after: fc.array(fc.constantFrom(...TEXTS), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(
      join(folder, name),
      Buffer.from(Buffer.from(text).toString('latin1').replaceAll('\xee\x83\xa9', '\xe9'), 'latin1'),
    );
  }
};

test('trees made up by dice, with every corner that the script has', { skip, timeout: 120_000 }, async (t) => {
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(world, async ({ sections, mailmap, ignore, conf, mails }) => {
      const folder = mkdtempSync(join(tmpdir(), 'patchling-made-'));
      const files = Object.fromEntries(
        PATHS.map((path) => [
          path,
          'maintainers:\n  - Yam L. Made <yaml@made.example>\n  - Ł. Ü <u@made.example>\nNO_WAY\n',
        ]),
      );
      write(folder, {
        ...files,
        MAINTAINERS: sections.map(({ title, lines }) => `${title}\n${lines.join('\n')}\n`).join('\n'),
        '.mailmap': `${mailmap.join('\n')}\n`,
        '.get_maintainer.ignore': `${ignore.join('\n')}\n`,
        '.get_maintainer.conf': `# made up\n${conf.join('\n')}\n`,
        'scripts/get_maintainer.pl': '',
      });
      copyFileSync(join(tree ?? '', 'scripts/get_maintainer.pl'), join(folder, 'scripts/get_maintainer.pl'));
      const inputs: WhoInput[] = [...PATHS, 'drivers/net/', 'lib'].map((path) => ({ kind: 'path', input: path, path }));
      for (const [at, { before, paths, after }] of mails.entries()) {
        const diff = paths.map(
          (path) => `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1,2 +1,2 @@\n`,
        );
        const name = join(folder, `${at}.patch`);
        write(folder, {
          [`${at}.patch`]: `Subject: x\n\n${before.join('\n')}\n---\n${diff.join(`${after.join('\n')}\n`)}${after.join('\n')}\n`,
        });
        inputs.push({ kind: 'patch', input: name, bytes: host.readBytes(name) });
      }
      const book = openBook(host, folder, NO_GIT);
      for (const kind of ['path', 'patch'] as const) {
        const asked = inputs.filter((input) => input.kind === kind);
        const options = ['--notree', ...NO_GIT, ...(kind === 'path' ? ['-f'] : [])];
        const theirs = await askTieBroken(
          folder,
          options,
          asked.map(({ input }) => [input]),
        );
        for (const [at, input] of asked.entries()) {
          answers++;
          assert.equal(await ours(book, input), theirs[at], `${kind} ${input.input}`);
        }
      }
    }),
    { numRuns: Number(process.env['PATCHLING_RUNS'] ?? 12), examples: [] },
  );
  t.diagnostic(`${answers} answers agree`);
});
