import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { whoGetsAll } from '../src/bench/whoGets.ts';
import type { WhoInput } from '../src/bench/whoInputs.ts';
import { compareText, seededRandom, shuffle } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { type OpenBook, openBook } from '../src/gather/openBook.ts';
import { mailmapFile, maintainersFile, PATHS, yamlFile } from './world/drawnMaintainers.ts';
import { patchFile } from './world/drawnPatch.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { askTieBroken } from './world/tieBroken.ts';

// The judge is the tree's own script, a copy that leaves nothing to perl's hash order. `npm run figures` asks thousands.
const tree = kernelTree();
const noPerl = spawnSync('perl', ['-v']).status !== 0 && 'because perl is not installed: apt-get install perl';
const skip = (tree === undefined && noKernelTree) || noPerl;
const host = createHost();
const script = tree === undefined || skip ? '' : readFileSync(join(tree, 'scripts/get_maintainer.pl'), 'latin1');
const NO_GIT = ['--nogit', '--nogit-fallback'];

const ours = async (book: OpenBook, inputs: readonly WhoInput[]): Promise<string> =>
  Buffer.from((await whoGetsAll(host, book, inputs)).printed).toString('latin1');

test('files of the kernel tree, to the byte', { skip }, async (t) => {
  const seed = process.env['SEED'] ?? '2026';
  const all = readdirSync(tree ?? '', { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!\.git\/).*\.[^/]*$/.test(name))
    .toSorted(compareText);
  const files = ['Makefile', 'mm/', 'MAINTAINERS', ...shuffle(all, seededRandom(seed)).slice(0, 97)];
  const theirs = await askTieBroken(
    tree ?? '',
    [...NO_GIT, '-f'],
    files.map((file) => [file]),
  );
  const book = openBook(host, tree ?? '', NO_GIT);
  const differ: string[] = [];
  for (const [at, path] of files.entries()) {
    if ((await ours(book, [{ kind: 'path', input: path, path }])) !== theirs[at]) differ.push(path);
  }
  t.diagnostic(`${files.length - differ.length} of ${files.length} agree (seed ${seed})`);
  assert.deepEqual(differ, []);
});

const OPTIONS = [
  '--norolestats',
  '--norolestats --roles',
  '--no-m',
  '--nor',
  '--s',
  '--nofixes # --nom',
  '--fe',
  '--file-emails',
  '--noremove-duplicates',
  '--git-min-percent 3',
  '--PATTERN-depth=1',
  '--pattern-depth 2',
  '--nomailmap',
  '--non',
  '--separator ;',
  '--separator=,',
  '--nomultiline',
  '-nok',
  '--nomoderated',
  '--git-chief-penguins',
  '# --nom',
  '\u00a0--s',
  ...(script.includes('keywords-in-file') ? ['--kf'] : []),
];
const NAME = '.get_maintainer.conf';
const world = fc.record({
  maintainers: maintainersFile,
  mailmap: mailmapFile,
  yaml: yamlFile,
  options: fc.array(fc.constantFrom(...OPTIONS), { maxLength: 3 }),
  configuration: fc.constantFrom(NAME, NAME, `home/${NAME}`, `.scripts/${NAME}`),
  patches: fc.array(patchFile, { minLength: 1, maxLength: 5 }),
});
type World = typeof world extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    const bytes = Buffer.from(text).toString('latin1').replaceAll('\xee\x83\xa9', '\xe9');
    writeFileSync(join(folder, name), bytes, 'latin1');
  }
};

/** A tree as it was drawn; its patches lie in it as patches/0, patches/1, … */
const madeTree = ({ maintainers, mailmap, yaml, options, configuration, patches }: World): string => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-made-'));
  write(folder, {
    ...Object.fromEntries(
      PATHS.map((path) => [path, 'Yam L. Made <yaml@made.example>\nŁ. Ü <u@made.example>\nalpha\n']),
    ),
    'Documentation/odd.yaml': yaml,
    MAINTAINERS: maintainers,
    '.mailmap': mailmap,
    [configuration]: `# made up\n${options.join('\n')}\n`,
    ...Object.fromEntries(patches.map((text, at) => [`patches/${at}`, text])),
  });
  mkdirSync(join(folder, 'scripts'));
  writeFileSync(join(folder, 'scripts/get_maintainer.pl'), script, 'latin1');
  return folder;
};

const QUESTIONS = [
  ...[...PATHS, 'drivers/net/', 'lib', '.', 'drivers/c++'].map((path) => [path]),
  ['README', 'lib/a.c', 'lib/a.c', 'drivers', 'Documentation/odd.yaml'],
];

test('trees made up by dice, with every corner that the script has', { skip, timeout: 120_000 }, async (t) => {
  const { HOME } = process.env;
  t.after(() => Object.assign(process.env, { HOME }));
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      const folder = madeTree(drawn);
      process.env['HOME'] = join(folder, 'home');
      const names = drawn.patches.map((_, at) => join(folder, `patches/${at}`));
      const book = openBook(host, folder, NO_GIT);
      for (const kind of ['path', 'patch'] as const) {
        const questions = kind === 'path' ? QUESTIONS : [...names.map((name) => [name]), names];
        const options = ['--notree', ...NO_GIT, ...(kind === 'path' ? ['-f'] : [])];
        const theirs = await askTieBroken(folder, options, questions);
        for (const [at, inputs] of questions.entries()) {
          answers++;
          const asked = inputs.map(
            (input): WhoInput =>
              kind === 'path' ? { kind, input, path: input } : { kind, input, bytes: readFileSync(input) },
          );
          assert.equal(await ours(book, asked), theirs[at], `${kind} ${inputs.join(' ')}`);
        }
      }
      rmSync(folder, { recursive: true });
    }),
    { numRuns: Number(process.env['PATCHLING_RUNS'] ?? 25) },
  );
  t.diagnostic(`${answers} answers agree`);
});
