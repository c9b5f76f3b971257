import assert from 'node:assert/strict';
import test from 'node:test';
import { newcomerWords } from './newcomer.ts';

test('words apart, without what is empty', () => {
  assert.deepEqual(newcomerWords(' networking,, file  systems ;audio'), ['networking', 'file systems', 'audio']);
  assert.deepEqual(newcomerWords(''), []);
  assert.deepEqual(newcomerWords(undefined), []);
});
