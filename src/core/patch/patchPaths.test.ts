import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patchPaths, whyUnsafe } from './patchPaths.ts';

test('the paths before and after, each once', () => {
  const files = [
    { before: 'a.c', after: 'b.c', path: 'b.c' },
    { after: 'new.c', path: 'new.c' },
    { before: 'b.c', after: 'b.c', path: 'b.c' },
  ];
  assert.deepEqual(patchPaths(files), ['a.c', 'b.c', 'new.c']);
});

test('what leads elsewhere', () => {
  for (const path of ['../a', 'a/../../b', '/etc/passwd', '.git/config', 'a/.Git/x', 'a//b', './a', 'a/', '', 'a\0b']) {
    assert.notEqual(whyUnsafe(path), undefined, path);
  }
  assert.notEqual(whyUnsafe('a/'.repeat(1000)), undefined);
  for (const path of ['a', 'mm/größe.c', '.gitignore', 'a..b/...', 'a b', '-x'])
    assert.equal(whyUnsafe(path), undefined, path);
});
