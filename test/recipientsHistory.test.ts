import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { whoGetsAll } from '../src/bench/whoGets.ts';
import type { WhoInput } from '../src/bench/whoInputs.ts';
import { draw, seededRandom } from '../src/core/std.ts';
import { createHost } from '../src/edge/host.ts';
import { openBook } from '../src/gather/openBook.ts';
import { writeFiles } from './world/gitFolder.ts';
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
];
const FILES = ['drivers/made/a.c', 'drivers/made/b+c.c', 'lib/x.c', 'lib/y.yaml', 'README'];

/** A repository with sixty commits, drawn by a seed: many authors, trailers as people write them, a rename, a merge. */
const repository = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-history-'));
  const random = seededRandom('history');
  const pick = <Item>(items: readonly Item[]): Item => draw(items, random) as Item;
  const git = (who: string, ...words: string[]): string => {
    const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(who) ?? [];
    const person = {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    };
    return execFileSync('git', words, {
      cwd: folder,
      env: { ...process.env, ...person, GIT_CONFIG_GLOBAL: '/dev/null' },
      encoding: 'utf8',
    });
  };
  git(pick(WHO), 'init', '--quiet', '--initial-branch=main');
  writeFiles(folder, {
    MAINTAINERS:
      'MADE\nM:\tAda Made <ada@made.example>\nS:\tMaintained\nF:\tdrivers/made/a.c\n\nLIB\nR:\tTwo <two@made.example>\nS:\tOrphan\nF:\tlib/\n\nTHE REST\nM:\tLinus Torvalds <torvalds@linux-foundation.org>\nL:\tall@lists.example\nS:\tBuried alive in reporters\nF:\t*\nF:\t*/\n',
    '.mailmap': 'Ada Made <ada@made.example> <ada@old.example>\n',
    '.get_maintainer.ignore': 'Two <two@made.example>\n',
    'scripts/get_maintainer.pl': readFileSync(join(tree ?? '', 'scripts/get_maintainer.pl')),
    ...Object.fromEntries(FILES.map((file) => [file, 'one\ntwo\nthree\nfour\n'])),
  });
  for (let at = 0; at < 60; at++) {
    const who = pick(WHO);
    const lines = Array.from({ length: 1 + Math.floor(random() * 9) }, () => `line ${Math.floor(random() * 99)}\n`);
    writeFileSync(join(folder, pick(FILES)), lines.join(''));
    git(who, 'add', '--all');
    const trailers = ['Signed-off-by', 'Reviewed-by', ' Acked-by', 'Tested-by', 'Co-developed-by'].filter(
      () => random() < 0.5,
    );
    git(
      who,
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      `made: change ${at}\n\nBecause: it must.\n\n${trailers.map((name) => `${name}: ${pick(WHO)}`).join('\n')}`,
    );
    if (at === 30) git(who, 'mv', 'lib/x.c', 'lib/z.c');
    if (at === 40) {
      git(who, 'checkout', '--quiet', '-b', 'side', 'HEAD~3');
      git(who, 'commit', '--quiet', '--allow-empty', '-m', 'side: nothing');
      git(who, 'checkout', '--quiet', 'main');
      git(who, 'merge', '--quiet', '--no-ff', '-m', 'merge side', 'side');
    }
  }
  return folder;
};

test('with a history the answers are those of the script, too', { skip, timeout: 120_000 }, async (t) => {
  const folder = repository();
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
  const out = mkdtempSync(join(tmpdir(), 'patchling-patches-'));
  git('format-patch', '-12', '-o', out, '-q', 'HEAD');
  const names = readdirSync(out).toSorted();
  for (const [at, name] of names.entries()) {
    const file = join(out, name);
    const fixes = git('rev-parse', at % 3 === 0 ? '--short=12' : '--verify', `HEAD~${at + 3}`);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Because', `Fixes: ${at % 4 === 3 ? '0123456789ab' : fixes} ("x")\nBecause`),
    );
  }
  const files = [...FILES.filter((file) => file !== 'lib/x.c'), 'lib/z.c', 'lib/', 'MAINTAINERS'];
  const settings = [
    [],
    ['--git'],
    ['--nogit', '--nogit-fallback'],
    ['--git-blame'],
    ['--nogit-fallback', '--git-blame', '--norolestats'],
    ['--git', '--git-all-signature-types', '--git-max-maintainers', '2'],
    ['--git', '--git-chief-penguins', '--git-min-percent=20', '--git-since=1-day-ago'],
  ];
  let answers = 0;
  for (const options of settings) {
    const book = openBook(host, folder, options);
    const paths = await askTieBroken(
      folder,
      ['--notree', ...options, '-f'],
      files.map((file) => [file]),
    );
    const mails = await askTieBroken(
      folder,
      ['--notree', ...options],
      names.map((name) => [join(out, name)]),
    );
    const ask = async (input: WhoInput, theirs: string | undefined): Promise<void> => {
      const { printed } = await whoGetsAll(host, book, [input]);
      assert.equal(
        Buffer.from(printed).toString(),
        Buffer.from(theirs ?? '', 'latin1').toString(),
        `${options.join(' ')} ${input.input}`,
      );
      answers++;
    };
    for (const [at, path] of files.entries()) await ask({ kind: 'path', input: path, path }, paths[at]);
    for (const [at, name] of names.entries()) {
      await ask({ kind: 'patch', input: name, bytes: readFileSync(join(out, name)) }, mails[at]);
    }
  }
  t.diagnostic(`${answers} answers agree`);
});
