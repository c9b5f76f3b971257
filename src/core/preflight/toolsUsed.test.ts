import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toolsUsed } from './toolsUsed.ts';

test('none in any case is an answer, nothing is not', () => {
  for (const none of ['none', ' None\n', 'NONE']) assert.deepEqual(toolsUsed(none), { used: false });
  assert.deepEqual(toolsUsed(' Coccinelle:1.1 the edit '), { used: true, says: 'Coccinelle:1.1 the edit' });
  for (const nothing of ['', ' \n']) assert.equal(toolsUsed(nothing), undefined);
});
