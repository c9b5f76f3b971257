import assert from 'node:assert/strict';
import test from 'node:test';
import { toolTrailer } from './toolTrailer.ts';

const treeWith = (files: Record<string, string>) => ({
  trees: {
    text: (_tree: string, path: string) => files[path],
    lacks: () => [],
    around: () => undefined,
    bytes: () => undefined,
    size: () => undefined,
    list: () => [],
    maintainersFiles: () => [],
    exists: () => false,
    isFolder: () => false,
  },
});

test('a tree whose documents ask for it is quoted by file and heading', () => {
  const text =
    'Assistants\n==========\n\nAttribution\n-----------\n\nUse ``Assisted-by: NAME:VERSION``.\n\nOther\n-----\n';
  const host = treeWith({ 'Documentation/process/coding-assistants.rst': text });
  assert.deepEqual(toolTrailer(host, '/tree'), {
    file: 'Documentation/process/coding-assistants.rst',
    heading: 'Attribution',
    token: 'Assisted-by',
  });
});

test('an older tree asks for nothing', () => {
  const host = treeWith({ 'Documentation/process/submitting-patches.rst': 'Sign your work\n--------------\n' });
  assert.equal(toolTrailer(host, '/tree'), undefined);
});
