import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../../test/world/gitFolder.ts';
import { Trouble } from '../../core/trouble.ts';
import { withTempFolder } from '../tempFolder.ts';
import { fileInTree } from './fileInTree.ts';

test('the mode is that of the file; the tree itself may be reached by a link', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'tree');
    writeFiles(tree, { 'mm/a.c': '', 'scripts/b c.sh': '' });
    chmodSync(join(tree, 'scripts/b c.sh'), 0o755);
    symlinkSync(tree, join(folder, 'link'));
    assert.equal(await fileInTree(join(folder, 'link'), 'mm/a.c'), '100644');
    assert.equal(await fileInTree(tree, 'scripts/b c.sh'), '100755');
  });
});

test('what a patch cannot change by its path is refused with the reason', async () => {
  await withTempFolder(async (folder) => {
    const tree = join(folder, 'tree');
    writeFiles(tree, { 'mm/a.c': '', 'mm/quo"te.c': '' });
    mkdirSync(join(tree, 'links'));
    symlinkSync('../mm/a.c', join(tree, 'links/a.c'));
    symlinkSync('../mm', join(tree, 'links/mm'));
    const refusals = {
      '../tree/mm/a.c': /relative/,
      [join(tree, 'mm/a.c')]: /relative/,
      'mm//a.c': /relative/,
      './mm/a.c': /relative/,
      'links/a.c': /symbolic link/,
      'links/mm/a.c': /symbolic link/,
      'mm/quo"te.c': /quote/,
      'mm/a.c\nX: y': /control/,
      mm: /no plain file/,
      'mm/none.c': /no such file/,
    };
    for (const [path, why] of Object.entries(refusals)) {
      await assert.rejects(fileInTree(tree, path), (error) => {
        assert.ok(error instanceof Trouble, path);
        assert.equal(error.kind, 'input', path);
        assert.match(error.words.why ?? '', why, path);
        return true;
      });
    }
  });
});
