import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyOf } from './anyOf.ts';

test('finds what any of the patterns finds, each with its own anchors', () => {
  const found = anyOf(/^a|b$/, /c d/);
  for (const text of ['Ax', 'xb', 'x C D x']) assert.match(text, found);
  for (const text of ['xa', 'bx', 'cd']) assert.doesNotMatch(text, found);
});
