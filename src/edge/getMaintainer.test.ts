import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../test/world/gitFolder.ts';
import { kernelTree, noKernelTree } from '../../test/world/kernelTree.ts';
import { getMaintainer, readRecipient } from './getMaintainer.ts';
import { withTempFolder } from './tempFolder.ts';

const tree = kernelTree();

const lines: Readonly<Record<string, readonly [address: string, name: string, role: string, list: boolean]>> = {
  'Chris Mason <clm@fb.com> (maintainer:BTRFS FILE SYSTEM)': [
    'clm@fb.com',
    'Chris Mason',
    'maintainer:BTRFS FILE SYSTEM',
    false,
  ],
  '"David S. Miller" <davem@davemloft.net> (maintainer:NETWORKING DRIVERS)': [
    'davem@davemloft.net',
    'David S. Miller',
    'maintainer:NETWORKING DRIVERS',
    false,
  ],
  '"Noralf Trønnes (she) <x>" <n@x.org> (reviewer:A)': ['n@x.org', 'Noralf Trønnes (she) <x>', 'reviewer:A', false],
  '"A \\"B\\" C" <a@b.org>': ['a@b.org', 'A "B" C', '', false],
  'linux-kernel@vger.kernel.org (open list)': ['linux-kernel@vger.kernel.org', '', 'open list', true],
  'l@x.org (moderated list:ARM/Mediatek SoC (MT8173, all) support (foo))': [
    'l@x.org',
    '',
    'moderated list:ARM/Mediatek SoC (MT8173, all) support (foo)',
    true,
  ],
  'A B <a@b.org> (maintainer:X, Y AND Z,commit_signer:1/2=50%)': [
    'a@b.org',
    'A B',
    'maintainer:X, Y AND Z,commit_signer:1/2=50%',
    false,
  ],
  'a@b.org': ['a@b.org', '', '', false],
};

test('every form of line the script prints is read', () => {
  for (const [line, [address, name, role, list]] of Object.entries(lines)) {
    assert.deepEqual(readRecipient(line), { address, name, role, list, line });
  }
  assert.equal(readRecipient('no address here'), undefined);
});

test('a file and a patch of the real tree: people with their roles, and the lists', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  const found = await getMaintainer(tree, { path: 'fs/btrfs/volumes.c' });
  assert.ok(found.kind === 'recipients');
  const list = found.recipients.find((one) => one.address === 'linux-btrfs@vger.kernel.org');
  assert.deepEqual([list?.list, list?.role], [true, 'open list:BTRFS FILE SYSTEM']);
  const person = found.recipients.find((one) => one.address === 'dsterba@suse.com');
  assert.deepEqual([person?.list, person?.name, person?.role], [false, 'David Sterba', 'maintainer:BTRFS FILE SYSTEM']);
  await withTempFolder(async (folder) => {
    const patch = join(folder, 'a patch');
    writeFileSync(patch, '--- a/fs/btrfs/volumes.c\n+++ b/fs/btrfs/volumes.c\n@@ -1 +1 @@\n-a\n+b\n');
    assert.deepEqual(await getMaintainer(tree, { patch }), found);
  });
});

test('every line that the script prints for the tree is read', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  for (const path of ['drivers/gpu/drm/gud/gud_pipe.c', 'arch/arm/mach-versatile', 'net/core/dev.c', 'MAINTAINERS']) {
    const found = await getMaintainer(tree, { path });
    assert.ok(found.kind === 'recipients' && found.recipients.length > 0, path);
    for (const one of found.recipients) {
      assert.match(one.address, /^[^\s<>()]+@[^\s<>()]+$/, one.line);
      assert.notEqual(one.role, '', one.line);
      assert.equal(one.list, one.name === '' && one.role.includes('list'), one.line);
    }
  }
});

test('a path that is not there, a tree without the script and a machine without perl are unknown', async (t) => {
  if (!tree) return t.skip(noKernelTree);
  const none = await getMaintainer(tree, { path: 'mm/none.c' });
  assert.ok(none.kind === 'unknown');
  assert.match(none.because, /get_maintainer\.pl failed: .*mm\/none\.c' not found/);
  await withTempFolder(async (folder) => {
    const bare = await getMaintainer(folder, { path: 'a.c' });
    assert.ok(bare.kind === 'unknown');
    assert.equal(bare.because, 'this tree has no scripts/get_maintainer.pl');
    writeFiles(folder, { 'scripts/get_maintainer.pl': readFileSync(join(tree, 'scripts/get_maintainer.pl')) });
    const before = process.env['PATH'];
    process.env['PATH'] = '/nonexistent';
    try {
      const without = await getMaintainer(folder, { path: 'a.c' });
      assert.match(without.kind === 'unknown' ? (without.settle ?? '') : '', /^sudo apt-get install perl && cd /);
    } finally {
      process.env['PATH'] = before;
    }
  });
});
