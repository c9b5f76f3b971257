import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedCommits } from './fixedCommits.ts';

const read = (...lines: readonly string[]): readonly string[] =>
  fixedCommits({ message: lines.map((text, index) => ({ text, at: index + 1 })) });

test('what Fixes: lines name', () => {
  assert.deepEqual(read('Fixes: 1234567890AB ("mm: x")', 'fixes: commit 12ab34d', 'Fixes: 1234567890ab ("again")'), [
    '1234567890ab',
    '12ab34d',
  ]);
});

test('what is no commit', () => {
  assert.deepEqual(
    read('Fixes: a bug', 'Fixes: v6.1', 'It Fixes: 1234567890ab', `Fixes: ${'a1'.repeat(32)}`, 'Fixes: 123'),
    [],
  );
});
