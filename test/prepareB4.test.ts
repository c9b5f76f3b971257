import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inB4, inGitNow, noB4 } from './world/b4.ts';
import { gateTree } from './world/gateTree.ts';
import { writeFiles } from './world/gitFolder.ts';
import { kernelTree, noKernelTree } from './world/kernelTree.ts';
import { newPerson } from './world/runPatchling.ts';
import { judgeHome } from './world/seriesJudge.ts';

// A branch that `b4 prep` manages: its letter, prefixes, version and change-id are taken, and b4 goes on with it.

const kernel = kernelTree();
const skip = kernel === undefined ? noKernelTree : noB4;
const tree = kernel === undefined ? '' : gateTree(kernel);
const home = judgeHome(mkdtempSync(join(tmpdir(), 'patchling-b4-')));
const person = newPerson({ GIT_AUTHOR_NAME: 'A Maker', GIT_AUTHOR_EMAIL: 'maker@example.org' });
const git = (...words: string[]): string => inGitNow(tree, ...words);
const b4 = (...words: string[]): string => {
  const { status, said } = inB4(tree, home, ...words);
  assert.equal(status, 0, said);
  return said;
};

const commit = (text: string, subject: string): void => {
  writeFiles(tree, { 'net/made/net.c': text });
  git('commit', '--quiet', '-am', `${subject}\n\nUsers see a hang.\n\nSigned-off-by: A Maker <maker@example.org>`);
};

interface Prepared {
  readonly id: string;
  readonly version: number;
  readonly cover: string;
  readonly patches: readonly string[];
  readonly base: string;
}

const prepared = (...words: readonly string[]): Prepared => {
  const { status, stdout, stderr } = person.run(['prepare', '--tree', tree, '--json', ...words]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

const state = (): string =>
  [git('for-each-ref'), git('config', '--list', '--local'), git('status', '--porcelain'), git('log', '-5')].join('\n');

for (const strategy of ['commit', 'tip-commit', 'branch-description']) {
  test(`cover strategy ${strategy}`, { skip }, () => {
    git('checkout', '--quiet', '--force', 'master');
    git('config', 'b4.prep-cover-strategy', strategy);
    b4('prep', '-n', `made-${strategy}`);
    commit(`int one_${strategy.length};\n`, 'net: made: Count one');
    commit(`int one_${strategy.length};\nint two;\n`, 'net: made: Count two');
    b4('prep', '--set-prefixes', 'net-next');
    const base = git('rev-parse', 'master');
    const before = state();
    const made = prepared();
    assert.equal(state(), before, 'the branch is as it was');
    assert.equal(made.version, 1);
    assert.equal(made.base, base);
    assert.equal(made.patches.length, 2);
    const cover = readFileSync(made.cover, 'utf8');
    assert.match(cover, /^Subject: \[PATCH net-next 0\/2\] /m);
    assert.match(cover, new RegExp(`^change-id: ${made.id}$`, 'm'));
    assert.match(made.id, new RegExp(`^\\d{8}-made-${strategy}-`));
    b4('prep', '--force-revision', '2');
    const second = prepared('--changelog', 'nothing much', '--cover-file', coverFile());
    assert.equal(second.version, 2);
    assert.equal(second.id, made.id);
    assert.match(readFileSync(second.cover, 'utf8'), /^Changes in v2:\n- nothing much$/m);
    const out = mkdtempSync(join(tmpdir(), 'patchling-b4-out-'));
    b4('prep', '--format-patch', out);
    assert.equal(readdirSync(out).length, 3);
  });
}

const coverFile = (): string => {
  writeFiles(home, { 'cover.txt': 'net: made: Count\n\nNothing is counted today.\n' });
  return join(home, 'cover.txt');
};
