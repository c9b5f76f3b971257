import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { exampleDiff } from '../core/preflight/rules/content/exampleDiff.ts';
import { writeSample } from '../core/preflight/writeSample.ts';
import { type CheckedProblem, checkpatch } from './checkpatch.ts';
import { checkpatchAll } from './checkpatchAll.ts';
import { withTempFolder } from './tempFolder.ts';

const tree = kernelTree();

const lines = ['\tint a=1;', '\tif(a) ', '\tstrcpy(a, b);', '\tint a;'];

/** Patches of several sizes, each with other problems. */
const patches = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_one, at) => {
    const file = join(folder, `${at} ä.patch`);
    const added = Array.from({ length: 1 + at * 3 }, (_line, n) => `+${lines[(at + n) % lines.length]}`);
    writeFileSync(file, writeSample({ diff: exampleDiff('mm/slub.c', [' {', ...added, ' }']) }, at), 'latin1');
    return file;
  });

test('several at once say the same as each by itself', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  await withTempFolder(async (folder) => {
    for (const files of [patches(folder, 1), patches(folder, 2), patches(folder, 5)]) {
      const all = await checkpatchAll(tree, files);
      assert.ok(all.known);
      const each: readonly (readonly CheckedProblem[])[] = await Promise.all(
        files.map(async (file) => (await checkpatch(tree, file)).problems),
      );
      assert.deepEqual(
        all.value,
        each.map((problems) => problems.map(({ expected: _expected, ...problem }) => problem)),
      );
      assert.ok(all.value.every((problems) => problems.length > 0) || files.length === 1);
    }
  });
});

test('a file that is not there, and a tree without the script: unknown, with what settles it', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  await withTempFolder(async (folder) => {
    const files = [...patches(folder, 2), join(folder, 'none.patch')];
    const all = await checkpatchAll(tree, files);
    assert.ok(!all.known);
    assert.match(all.because, /did not get to its end: .*No such file/);
    assert.match(all.settle, /perl scripts\/checkpatch.pl --strict/);
    mkdirSync(join(folder, 'empty'));
    const none = await checkpatchAll(join(folder, 'empty'), files);
    assert.ok(!none.known);
    assert.match(none.because, /^Checkpatch was not run: this tree has no scripts\/checkpatch.pl\.$/);
    assert.ok(none.settle.length > 0);
    assert.deepEqual(await checkpatchAll(tree, []), { known: true, value: [] });
  });
});
