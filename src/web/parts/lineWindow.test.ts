import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineWindow } from './lineWindow.ts';

test('a short mail is one page', () => {
  assert.deepEqual(lineWindow(['a', 'b'], 1), { from: 1, to: 2 });
  assert.deepEqual(lineWindow([], 7), { from: 1, to: 0 });
});

test('a long one is cut into pages that meet', () => {
  const lines = Array.from({ length: 1000 }, () => 'x');
  assert.deepEqual(lineWindow(lines, 1), { from: 1, to: 400, next: 401 });
  assert.deepEqual(lineWindow(lines, 777), { from: 401, to: 800, next: 801, before: 1 });
  assert.deepEqual(lineWindow(lines, 99_999), { from: 801, to: 1000, before: 401 });
});

test('lines of a thousand signs that must be escaped make shorter pages', () => {
  const { to } = lineWindow(
    Array.from({ length: 400 }, () => '<'.repeat(5000)),
    1,
  );
  assert.ok(to > 0 && to < 12, String(to));
});
