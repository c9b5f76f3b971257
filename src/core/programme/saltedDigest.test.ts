import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saltedDigest } from './saltedDigest.ts';

test('the same text with the same salt, and only that, gives the digest', () => {
  const salt = '0b'.repeat(20);
  // RFC 4231, test case 1
  assert.equal(saltedDigest(salt, 'Hi There'), 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
  assert.notEqual(saltedDigest('0c'.repeat(20), 'Hi There'), saltedDigest(salt, 'Hi There'));
  assert.throws(() => saltedDigest('0b', 'Hi There'), TypeError);
});
