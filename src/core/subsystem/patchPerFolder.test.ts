import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaPerFolder, patchPerFolder } from './patchPerFolder.ts';

const DOCUMENT = `Media
=====

Style Cleanup Patches
+++++++++++++++++++++

They should be one patch,
or at least be grouped
per directory. Others too.
`;

const asTree = (text: string | undefined) =>
  patchPerFolder((file) => (file === mediaPerFolder.source.file ? text : undefined));

const table: readonly (readonly [path: string, folder: string | undefined])[] = [
  ['drivers/media/pci/cx88/cx88-core.c', 'drivers/media/pci'],
  ['drivers/media/i2c/ov5640.c', 'drivers/media/i2c'],
  ['drivers/staging/media/atomisp/pci/sh_css.c', 'drivers/staging/media/atomisp'],
  ['drivers/media/media-entity.c', undefined],
  ['drivers/mediatek/pci/a.c', undefined],
  ['fs/btrfs/send.c', undefined],
];

for (const [path, folder] of table) {
  test(`${path}: ${folder ?? 'a file for itself'}`, () => assert.equal(asTree(DOCUMENT)(path)?.folder, folder));
}

test('it says where the tree asks for it', () => {
  const where = asTree(DOCUMENT)('drivers/media/usb/a/b.c')?.where;
  assert.equal(where, `${mediaPerFolder.source.file}, "Style Cleanup Patches"`);
});

test('a tree that does not ask for it, or has no such document, gets one patch a file', () => {
  for (const text of [undefined, '', DOCUMENT.replace('grouped', 'sorted')])
    assert.equal(asTree(text)('drivers/media/pci/a/b.c'), undefined);
});
