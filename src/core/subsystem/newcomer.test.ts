import assert from 'node:assert/strict';
import test from 'node:test';
import { newcomerCount, newcomerWords } from './newcomer.ts';

test('words apart, without what is empty', () => {
  assert.deepEqual(newcomerWords(' networking,, file  systems ;audio'), ['networking', 'file systems', 'audio']);
  assert.deepEqual(newcomerWords(''), []);
  assert.deepEqual(newcomerWords(undefined), []);
});

test('numbers as people write them, and what is none', () => {
  const read = ['10', ' 2.5 ', '2,5', '10h', '3 months', '', undefined].map((text) => newcomerCount(text, 100));
  assert.deepEqual(read, [10, 2.5, 2.5, 10, 3, undefined, undefined]);
  for (const wrong of ['many', '0', '-1', '101', '1e2', 'NaN']) assert.equal(newcomerCount(wrong, 100), 'wrong', wrong);
});
