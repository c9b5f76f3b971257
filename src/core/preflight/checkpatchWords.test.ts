import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { checkpatchSource, checkpatchWords } from './checkpatchWords.ts';

const read = (tree: string) => (path: string) => {
  try {
    return readFileSync(join(tree, path), 'utf8');
  } catch {
    return undefined;
  }
};

test("a type's own words are read from the tree", (t) => {
  const tree = kernelTree();
  if (!tree) return t.skip(noKernelTree);
  const found = checkpatchWords(read(tree), 'EXECUTE_PERMISSIONS');
  assert.equal(found?.file, checkpatchSource('EXECUTE_PERMISSIONS').file);
  assert.match(found?.words ?? '', /^There is no reason for source files to be executable\.$/);
  const line = readFileSync(join(tree, found?.file ?? ''), 'utf8').split('\n')[(found?.line ?? 0) - 1];
  assert.match(line ?? '', /\*\*EXECUTE_PERMISSIONS\*\*/);
});

test('a type that no document speaks of has no words', () => {
  assert.equal(
    checkpatchWords(() => undefined, 'LONG_LINE'),
    undefined,
  );
  assert.equal(
    checkpatchWords(() => 'Type Descriptions\n=================\n\n  **A_B**\n    Say.\n', 'LONG_LINE'),
    undefined,
  );
});
