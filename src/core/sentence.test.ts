import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentence } from './sentence.ts';

test('a clause becomes a sentence, a word of the code stays as it is', () => {
  assert.equal(sentence('the factor with sizeof is the size'), 'The factor with sizeof is the size.');
  assert.equal(sentence('It stops.'), 'It stops.');
  assert.equal(sentence('dma_alloc_coherent() has no such form'), 'dma_alloc_coherent() has no such form.');
  assert.equal(sentence('struct a ends in b[]'), 'struct a ends in b[].');
  assert.equal(sentence('n + 1 is computed too'), 'n + 1 is computed too.');
  assert.equal(sentence('struct_size() saturates'), 'struct_size() saturates.');
});
