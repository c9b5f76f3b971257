import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { whoGetsAll } from '../src/bench/whoGets.ts';
import type { WhoInput } from '../src/bench/whoInputs.ts';
import { draw, seededRandom } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { openBook } from '../src/gather/openBook.ts';
import { inGit } from './world/gitFolder.ts';
import { importCommits, type MadeCommit } from './world/importCommits.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { askTieBroken } from './world/tieBroken.ts';

const tree = kernelTree();
const noPerl = spawnSync('perl', ['-v']).status !== 0 && 'because perl is not installed: apt-get install perl';
const skip = (tree === undefined && noKernelTree) || noPerl;
const host = createHost();

const WHO = [
  'Ada Made <ada@made.example>',
  'Grace B. Hopper <grace@made.example>',
  'Łukasz Ü <l@made.example>',
  'Linus Torvalds <torvalds@linux-foundation.org>',
  'ADA MADE <ada@old.example>',
  'Two <two@made.example>',
  'Grace: "X" Hopper <grace@made.example>',
  'No At <noat>',
  "O'Neil (work) <o@made.example>",
  'ΑΣ <s@made.example>',
];
// biome-ignore format: trailers as people write them
const TRAILERS = [
  'Signed-off-by:', 'Signed-off-by: ', 'Reviewed-by: ', '  Acked-by: ', 'signed-off-by: ', 'Tested-by: ',
  'Co-developed-by: ', 'Signed-off-by : ', '\u00a0Acked-by: ', 'Acked-by: Note: ', '> Acked-by: ', '- Reviewed-by: ',
];
const TAILS = ['', '', '', ' ', ' # note', '\r', ':', ' [x: y]', ', Two <two@made.example>', '\u2028', '>'];
const FILES = ['drivers/made/a.c', 'drivers/made/b+c.c', 'lib/x.c', 'lib/y.yaml', 'lib/é.c', 'README'];
const MAINTAINERS =
  'MADE\nM:\tAda Made <ada@made.example>\nS:\tMaintained\nF:\tdrivers/made/a.c\n\nLIB\nR:\tTwo <two@made.example>\nS:\tOrphan\nF:\tlib/\n\nTHE REST\nM:\tLinus Torvalds <torvalds@linux-foundation.org>\nL:\tall@lists.example\nS:\tBuried alive in reporters\nF:\t*\nF:\t*/\n';

/** A repository with sixty commits of the last year, drawn by a seed: many authors, odd trailers, a rename, a merge. */
const repository = (): string => {
  const random = seededRandom('history');
  const pick = <Item>(items: readonly Item[]): Item => draw(items, random) as Item;
  const few = (most: number) => Array.from({ length: 1 + Math.floor(random() * most) });
  const text = (): string =>
    few(9)
      .map(() => `line ${Math.floor(random() * 99)}\n`)
      .join('');
  const trailers = (): string =>
    few(5)
      .map(() => `${pick(TRAILERS)}${pick(WHO)}${pick(TAILS)}`)
      .join('\n');
  const begun = Math.floor(Date.now() / 1000) - 340 * 86_400;
  const commit = (at: number, files: MadeCommit['files']): MadeCommit => ({
    author: pick(WHO),
    time: begun + at * 5 * 86_400,
    message: `made: change ${at}\n\nBecause: it must.\n\n${trailers()}\n`,
    files,
  });
  const moved = 'kept\n'.repeat(20);
  const commits = Array.from({ length: 60 }, (_, at) => {
    if (at === 30) return commit(at, { 'lib/x.c': moved });
    if (at === 31) return commit(at, { 'lib/x.c': undefined, 'lib/z.c': `${moved}more\n` });
    return commit(at, { [pick(FILES.filter((file) => at < 30 || file !== 'lib/x.c'))]: text() });
  });
  const first = commit(-1, {
    MAINTAINERS,
    '.mailmap': 'Ada Made <ada@made.example> <ada@old.example>\n',
    '.get_maintainer.ignore': 'Two <two@made.example>\n Łukasz Ü <l@made.example> # gone\n',
    'scripts/get_maintainer.pl': readFileSync(join(tree ?? '', 'scripts/get_maintainer.pl'), 'utf8'),
    ...Object.fromEntries(FILES.map((file) => [file, 'one\ntwo\nthree\nfour\n'])),
  });
  const folder = importCommits(mkdtempSync(join(tmpdir(), 'patchling-history-')), [first, ...commits.slice(0, 40)]);
  importCommits(folder, [{ ...commit(40, {}), message: 'side: nothing', orphan: true }], 'side');
  return importCommits(folder, [{ ...commit(40, {}), merges: ['refs/heads/side'] }, ...commits.slice(40)]);
};

/** Twelve patches of its newest commits, each with a `Fixes:`, whole, short or wrong; one more that git has as a file. */
const patchesOf = (folder: string): readonly string[] => {
  const out = mkdtempSync(join(tmpdir(), 'patchling-patches-'));
  inGit(folder, 'format-patch', '-12', '-o', out, '-q', 'HEAD');
  const names = readdirSync(out)
    .toSorted()
    .map((name) => join(out, name));
  for (const [at, file] of names.entries()) {
    const fixes = inGit(folder, 'rev-parse', at % 3 === 0 ? '--short=12' : '--verify', `HEAD~${at + 3}`);
    const said = `Fixes: ${at % 4 === 3 ? '0123456789ab' : fixes} ("x")\nBecause`;
    writeFileSync(file, readFileSync(file, 'utf8').replace('Because', said));
  }
  mkdirSync(join(folder, 'fixes'));
  writeFileSync(join(folder, 'fixes/kept.patch'), readFileSync(names[0] ?? ''));
  inGit(folder, 'add', 'fixes');
  return names;
};

const SETTINGS = [
  [],
  ['--git'],
  ['--nogit', '--nogit-fallback'],
  ['--git-blame'],
  ['--nogit-fallback', '--git-blame', '--norolestats'],
  ['--git', '--git-all-signature-types', '--git-max-maintainers', '2'],
  ['--git', '--git-chief-penguins', '--git-min-percent=20', '--git-since=1-day-ago'],
];

test('with a history the answers are those of the script, too', { skip, timeout: 120_000 }, async (t) => {
  const folder = repository();
  const patches = patchesOf(folder);
  const [one = '', other = ''] = patches;
  const files = [...FILES.filter((file) => file !== 'lib/x.c'), 'lib/z.c', 'lib/', '.', 'MAINTAINERS'];
  // The script takes what git has for a file, unless it is told that all are.
  const mixed = [
    [one, 'fixes/kept.patch', other],
    ['lib/z.c', one],
    [one, 'lib/z.c'],
  ];
  let answers = 0;
  for (const options of SETTINGS) {
    const book = openBook(host, folder, options);
    for (const named of [true, false]) {
      const questions = [...(named ? files : patches).map((name) => [name]), ...(named ? [] : mixed)];
      const theirs = await askTieBroken(folder, ['--notree', ...options, ...(named ? ['-f'] : [])], questions);
      for (const [at, names] of questions.entries()) {
        const inputs = names.map(
          (input): WhoInput =>
            input.startsWith('/')
              ? { kind: 'patch', input, bytes: readFileSync(input) }
              : { kind: 'path', input, path: input },
        );
        const { printed } = await whoGetsAll(host, book, inputs);
        const said = Buffer.from(theirs[at] ?? '', 'latin1').toString();
        assert.equal(Buffer.from(printed).toString(), said, `${options.join(' ')} ${names.join(' ')}`);
        answers++;
      }
    }
  }
  t.diagnostic(`${answers} answers agree`);
});
