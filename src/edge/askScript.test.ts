import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../test/world/gitFolder.ts';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { askScript } from './askScript.ts';
import { withTempFolder } from './tempFolder.ts';

const tree = kernelTree();

test('what the script says of a file', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  const said = await askScript(tree, ['--nogit', '-f', 'fs/btrfs/volumes.c']);
  assert.ok(said.kind === 'said');
  assert.ok(said.lines.includes('linux-btrfs@vger.kernel.org (open list:BTRFS FILE SYSTEM)'));
});

test('a path that is not there, a tree without the script and a machine without perl are unknown', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  const none = await askScript(tree, ['-f', 'mm/none.c']);
  assert.ok(none.kind === 'unknown');
  assert.match(none.because, /get_maintainer\.pl failed: .*mm\/none\.c' not found/);
  await withTempFolder(async (folder) => {
    const bare = await askScript(folder, ['-f', 'a.c']);
    assert.ok(bare.kind === 'unknown');
    assert.equal(bare.because, 'this tree has no scripts/get_maintainer.pl');
    writeFiles(folder, { 'scripts/get_maintainer.pl': readFileSync(join(tree, 'scripts/get_maintainer.pl')) });
    const before = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      const without = await askScript(folder, ['-f', 'a.c']);
      assert.match(without.kind === 'unknown' ? (without.settle ?? '') : '', /^sudo apt-get install perl && cd /);
    } finally {
      process.env['PATH'] = before;
    }
  });
});
