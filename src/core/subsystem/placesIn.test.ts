import assert from 'node:assert/strict';
import test from 'node:test';
import { placesIn } from './placesIn.ts';

test('folders by their files, and what is a test by its place or name', () => {
  const places = placesIn([
    'fs/ext4/inode.c',
    'fs/ext4/inode-test.c',
    'Kbuild',
    'tools/testing/selftests/mm/hmm.c',
    'tools/testing/selftests/mm/Makefile',
    'test/py/tests/test_net.py',
    'lib/list-test.c',
    'lib/latest.c',
  ]);
  assert.equal(places.files, 8);
  assert.deepEqual(places.folders[0], { folder: 'fs/ext4/', files: 2 });
  assert.ok(places.folders.some(({ folder }) => folder === ''));
  assert.deepEqual(places.testFiles, [
    'fs/ext4/inode-test.c',
    'tools/testing/selftests/mm/hmm.c',
    'test/py/tests/test_net.py',
    'lib/list-test.c',
  ]);
});
