import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { commitFiles, gitFolder, inGit, writeFiles } from '../../test/world/gitFolder.ts';
import { readSeries } from '../core/series/readSeries.ts';
import { createHost } from '../edge/host.ts';
import { withTempFolder } from '../edge/tempFolder.ts';
import { type FixesAsked, proposeFixes } from './proposeFixes.ts';
import { proposeStable } from './proposeStable.ts';

const FIRST = [
  'int count(int all)',
  '{',
  '\tint left = all;',
  '',
  '\twhile (left > 0)',
  '\t\tleft -= 2;',
  '\treturn left;',
  '}',
];
const SECOND = FIRST.with(5, '\t\tleft -= step(all, left);');
const THIRD = ['#include "made.h"', '', ...SECOND];
const A = 'drivers/made/a.c';
const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

interface World {
  readonly tree: string;
  readonly base: string;
  readonly bug: string;
}

/** A driver whose second commit brought a bug, and a third one that did not. */
const withWorld = (look: (world: World) => Promise<void>): Promise<void> =>
  withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { [A]: text(FIRST) });
    const bug = commitFiles(tree, { [A]: text(SECOND) }, 'made: a: Count in steps');
    inGit(tree, 'tag', '--annotate', '--message=x', 'v6.1-rc1');
    const base = commitFiles(tree, { [A]: text(THIRD) }, 'made: a: Include its header');
    await look({ tree, base, bug });
  });

const ask = (world: World, more: Partial<FixesAsked> = {}) => {
  const source = inGit(world.tree, 'format-patch', '--stdout', world.base);
  const series = readSeries([{ file: 'p.mbox', source: `${source}\n` }]);
  return proposeFixes(createHost(), { tree: world.tree, base: world.base, series, ...more });
};

const fix = (tree: string, lines: readonly string[], message: string): string =>
  commitFiles(tree, { [A]: text(lines) }, message);

const MENDED = THIRD.with(7, '\t\tleft -= min(left, step(all, left));');

test('the commit that brought the line which goes', async () => {
  await withWorld(async (world) => {
    fix(world.tree, MENDED, 'made: a: Fix the count\n\nIt went below zero.');
    const { offered, leftOut } = await ask(world);
    assert.deepEqual(leftOut, []);
    assert.deepEqual(offered[0]?.trailer, {
      token: 'Fixes',
      value: `${world.bug.slice(0, 12)} ("made: a: Count in steps")`,
    });
    assert.equal(offered[0]?.seen, 'The only line that the patch removes comes from it (2024-01-02).');
    assert.equal(offered[0]?.trust, 'likely');
  });
});

test('sure is what the message blames and the lines come from; a revert needs no lines', async () => {
  await withWorld(async (world) => {
    fix(
      world.tree,
      MENDED,
      `made: a: Fix the count\n\nSince commit ${world.bug.slice(0, 12)} ("made: a: Count in\nsteps") it is wrong.`,
    );
    inGit(world.tree, 'revert', '--no-edit', 'HEAD');
    const { offered, leftOut } = await ask(world);
    assert.deepEqual(
      offered.map(({ trust, patch }) => [patch, trust]),
      [[1, 'sure']],
    );
    assert.deepEqual(
      leftOut.map(({ patch }) => patch),
      [2], // it reverts a patch of its own series
    );
    assert.equal(
      offered[0]?.seen,
      'The message blames it, and the only line that the patch removes comes from it (2024-01-02).',
    );
  });
  await withWorld(async (world) => {
    inGit(world.tree, 'revert', '--no-edit', world.bug);
    const { offered } = await ask(world);
    assert.deepEqual([offered[0]?.trust, offered[0]?.trailer.value.slice(0, 12)], ['sure', world.bug.slice(0, 12)]);
  });
});

test('a patch that stands on others: its lines are found in the base, or are their own', async () => {
  await withWorld(async (world) => {
    const moved = ['/* Counting */', '', ...THIRD];
    fix(world.tree, [...moved, '', 'int more = 3;'], 'made: a: Say more');
    fix(world.tree, ['/* Counting */', '', ...MENDED, '', 'int more = 3;'], 'made: a: Fix the count');
    fix(world.tree, ['/* Counting */', '', ...MENDED, '', 'int more = 4;'], 'made: a: Fix more');
    const { offered, leftOut } = await ask(world);
    assert.deepEqual(
      offered.map(({ patch, trailer }) => [patch, trailer.value.slice(0, 12)]),
      [[2, world.bug.slice(0, 12)]],
    );
    assert.equal(leftOut[0]?.patch, 3);
    assert.match(leftOut[0]?.because ?? '', /brought by a patch before it in this series: fold it/);
  });
});

test('where it only adds lines among those of several commits, nobody guesses', async () => {
  await withWorld(async (world) => {
    const added = THIRD.toSpliced(7, 0, '\t\tif (left < step(all, left))', '\t\t\tbreak;', '\t\telse');
    fix(world.tree, added, 'made: a: Fix the count');
    const { offered, leftOut } = await ask(world);
    assert.deepEqual(offered, []);
    assert.match(leftOut[0]?.because ?? '', /^It only adds lines, and the code around comes from 2 commits/);
    assert.match(leftOut[0]?.because ?? '', / log -L\d+,\d+:drivers\/made\/a\.c [0-9a-f]{40}$/);
  });
});

test('what says nothing of a fix, or says of what, is not asked about; the person may', async () => {
  await withWorld(async (world) => {
    fix(world.tree, MENDED, 'made: a: Take less');
    assert.deepEqual(await ask(world), { offered: [], leftOut: [] });
    assert.equal((await ask(world, { patches: [1] })).offered.length, 1);
    inGit(world.tree, 'commit', '--quiet', '--amend', '--message=made: Fix it\n\nFixes: 123456789012 ("x")');
    assert.deepEqual(await ask(world, { patches: [1] }), { offered: [], leftOut: [] });
  });
});

test('without a history, or with its end only, it is said what gets one', async () => {
  await withWorld(async (world) => {
    fix(world.tree, MENDED, 'made: a: Fix the count');
    const shallow = join(world.tree, '..', 'shallow');
    inGit(world.tree, 'clone', '--quiet', '--depth=2', `file://${world.tree}`, shallow);
    const cut = await ask({ ...world, tree: shallow });
    assert.match(cut.leftOut[0]?.because ?? '', /older than this clone, which has only the last part/);
    const plain = join(world.tree, '..', 'plain');
    writeFiles(plain, { [A]: text(THIRD) });
    const source = inGit(world.tree, 'format-patch', '--stdout', world.base);
    const series = readSeries([{ file: 'p', source: `${source}\n` }]);
    const none = await proposeFixes(createHost(), { tree: plain, base: world.base, series });
    assert.match(none.leftOut[0]?.because ?? '', /it is a plain folder, no git repository\. What gets one: git clone/);
  });
});

test('stable is offered where a release has the bug and the tree has the document', async () => {
  await withWorld(async (world) => {
    const { tree, base } = world;
    fix(tree, MENDED, 'made: a: Fix the count');
    const series = readSeries([{ file: 'p', source: `${inGit(tree, 'format-patch', '--stdout', base)}\n` }]);
    const fixes = (await ask(world)).offered;
    const stable = () => proposeStable(createHost(), { tree, series, fixes });
    assert.deepEqual(await stable(), { offered: [], leftOut: [] });
    writeFiles(tree, { 'Documentation/process/stable-kernel-rules.rst': 'Rules\n' });
    assert.match((await stable()).leftOut[0]?.because ?? '', /came with v6\.1-rc1, and v6\.1 is not out yet/);
    inGit(tree, 'tag', '--annotate', '--message=x', 'v6.1', base);
    const [offer] = (await stable()).offered;
    assert.deepEqual(offer?.trailer, { token: 'Cc', value: 'stable@vger.kernel.org' });
    assert.equal(offer?.trust, 'unsure');
    assert.match(offer?.seen ?? '', /^The commit that it fixes is in v6\.1:/);
  });
});
