import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { type OpenDoor, throughTheDoor } from '../../../../test/world/openDoor.ts';
import { smallTree } from '../../../../test/world/smallTree.ts';

const tree = smallTree({
  'Documentation/dev-tools/checkpatch.rst':
    'Checkpatch\n==========\n\nType Descriptions\n-----------------\n\n  **LONG_LINE**\n    The line <script> is too long.\n',
});
let desk: OpenDoor;
before(async () => {
  desk = await throughTheDoor(tree);
});
after(async () => {
  await desk.stop();
  rmSync(tree, { recursive: true });
});

test('by group, and by words', async () => {
  const all = await desk.settled('/rules');
  assert.match(all, /<h1>4 shapes of work, and \d+ ways to spoil a patch<\/h1>/);
  assert.match(all, /href="\/rules\?group=trailers">trailers<\/a>/);
  assert.match(await desk.settled('/rules?group=trailers'), /<h1>The lines at its end: sign-offs, Fixes, links<\/h1>/);
  const found = await desk.settled('/rules?q=allocator');
  assert.match(found, /href="\/rules\/allocator-arithmetic"/);
  assert.match(await desk.settled('/rules?q=zzz'), /<h1>0 rules with “zzz”<\/h1>/);
  assert.equal((await desk.ask('/rules?group=zzz')).status, 404);
});

test('a rule that finds work, with the tree’s own sentence and what a machine leaves alone', async () => {
  const rule = await desk.settled('/rules/allocator-arithmetic');
  assert.match(rule, /<h1>Open-coded arithmetic in allocator arguments<\/h1>/);
  assert.match(
    rule,
    /<blockquote>Sizes should not be computed here due to the risk of them overflowing\.<\/blockquote>/,
  );
  assert.match(rule, /deprecated\.rst<\/code>, line 7/);
  const shape = await desk.settled('/rules/product-in-allocation');
  assert.match(shape, /<h2>When a machine leaves it alone<\/h2>/);
});

test('a rule of the gate, off where the tree has no such document', async () => {
  const rule = await desk.settled('/rules/bug-added');
  assert.match(rule, /<h1>A new use of BUG\(\) or BUG_ON\(\)<\/h1>/);
  assert.match(rule, /is not in this tree, so the rule is off|does not speak of it/);
  assert.match(rule, /check PATCH --without bug-added --because/);
});

test('what checkpatch says, in the tree’s own words, harmless', async () => {
  const rule = await desk.settled('/rules/checkpatch%3ALONG_LINE');
  assert.match(rule, /The line &lt;script&gt; is too long\./);
  assert.doesNotMatch(rule, /<script>/);
});

test('no such rule', async () => {
  assert.equal((await desk.ask('/rules/no-such-rule')).status, 404);
});
