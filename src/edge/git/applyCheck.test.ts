import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gitFolder, writeFiles } from '../../../test/world/gitFolder.ts';
import { withTempFolder } from '../tempFolder.ts';
import { applyCheck } from './applyCheck.ts';

const content = 'int f(void)\n{\n\treturn 1;\n}\n';
const diff = (path: string, old = 'return 1;') => `diff --git a/${path} b/${path}
--- a/${path}
+++ b/${path}
@@ -1,4 +1,4 @@
 int f(void)
 {
-\t${old}
+\treturn 2;
 }
`;

/** Looks at right and wrong patches in a tree that holds `mm/a.c`. */
async function expectTruth(folder: string, tree: string): Promise<void> {
  writeFiles(folder, {
    'right.patch': diff('mm/a.c'),
    'wrong.patch': diff('mm/a.c', 'return 7;'),
    'space.patch': diff('mm/a.c', ' return 1;'),
    'absent.patch': diff('mm/none.c'),
    'half.patch': `${diff('mm/a.c')}${diff('mm/none.c')}`,
    'empty.patch': 'Subject: nothing here\n',
  });
  const look = (name: string) => applyCheck(tree, join(folder, name));
  const right = await look('right.patch');
  assert.deepEqual([right.verdict, right.seen], ['holds', 'It fits the file it changes.']);
  const wrong = await look('wrong.patch');
  assert.deepEqual([wrong.verdict, wrong.seen], ['fails', 'It does not fit: patch failed: mm/a.c:1.']);
  for (const name of ['space.patch', 'absent.patch', 'half.patch', 'empty.patch', 'there-is-none.patch']) {
    assert.equal((await look(name)).verdict, 'fails', name);
  }
}

test('in a plain folder', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'tree');
    writeFiles(tree, { 'mm/a.c': content });
    await expectTruth(folder, tree);
  });
});

test('in a plain folder inside a foreign repository, where git alone would skip the files', async () => {
  await withTempFolder(async (folder) => {
    gitFolder(folder, { 'notes.txt': 'mine\n' });
    const tree = join(folder, 'a:b', 'tree');
    writeFiles(tree, { 'mm/a.c': content });
    await expectTruth(folder, tree);
  });
});

test('in a repository: what counts is the folder, not the commit; a setting that forgives counts for nothing', async () => {
  await withTempFolder(async (folder) => {
    const tree = gitFolder(join(folder, 'tree'), { 'mm/a.c': 'int other;\n' });
    writeFiles(tree, {
      'mm/a.c': content,
      '.git/config': '[core]\n[apply]\n\tignoreWhitespace = change\n\twhitespace = fix\n',
    });
    await expectTruth(folder, tree);
  });
});

test('without git it is unknown, with the command that settles it', async () => {
  const before = process.env['PATH'];
  await withTempFolder(async (folder) => {
    mkdirSync(join(folder, 'a tree'));
    process.env['PATH'] = '/nonexistent';
    try {
      const { verdict, settle } = await applyCheck(join(folder, 'a tree'), '/p.patch');
      const again = `git -C '${folder}/a tree' apply --check /p.patch`;
      assert.deepEqual([verdict, settle], ['unknown', `sudo apt-get install git && ${again}`]);
    } finally {
      process.env['PATH'] = before;
    }
  });
});
